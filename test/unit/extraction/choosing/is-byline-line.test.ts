import { expect, test } from 'vitest';
import { isBylineLine } from '../../../../src/extraction/choosing/is-byline-line.ts';

test.each([
  ['By Maren Holt · 3 May 2026', 'Maren Holt'],
  ['Von MAREN HOLT, aktualisiert am 3. Mai 2026, 10:19', 'Maren Holt'],
  ['Ann Lee and Bo Chen | 2026-05-03', 'Ann Lee, Bo Chen'],
  ['作者：张三　2026年5月3日', '张三'],
])('%s', (line, byline) => expect(isBylineLine(line, byline)).toBe(true));

test.each([
  ['Maren Holt said no.', 'Maren Holt'],
  ['Maren Holt has sailed on every ferry of the line since the summer of 1998', 'Maren Holt'],
  ['3 May 2026', 'Maren Holt'],
  ['By Maren Holt', null],
])('no byline: %s', (line, byline) => expect(isBylineLine(line, byline)).toBe(false));
