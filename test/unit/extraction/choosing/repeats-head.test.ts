// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { isBylineLine, repeatsHead } from '../../../../src/extraction/choosing/repeats-head.ts';
import type { TextUnit } from '../../../../src/extraction/choosing/text-units.ts';

const now = new Date('2026-05-06T20:00:00Z');

const UNDATED = { publishedTime: null, lang: 'en', now };

test.each([
  ['By Maren Holt · 3 May 2026', 'Maren Holt'],
  ['Von MAREN HOLT, aktualisiert am 3. Mai 2026, 10:19', 'Maren Holt'],
  ['Ann Lee and Bo Chen | 2026-05-03', 'Ann Lee, Bo Chen'],
  ['作者：张三　2026年5月3日', '张三'],
])('%s', (line, byline) => expect(isBylineLine(line, { byline, ...UNDATED })).toBe(true));

test.each([
  ['Maren Holt said no.', 'Maren Holt'],
  ['Maren Holt has sailed on every ferry of the line since the summer of 1998', 'Maren Holt'],
  ['3 May 2026', 'Maren Holt'],
  ['By Maren Holt', null],
])('no byline: %s', (line, byline) => expect(isBylineLine(line, { byline, ...UNDATED })).toBe(false));

const DATED = { byline: 'Maren Holt', publishedTime: '2026-05-03T23:10:00Z', lang: 'en', now };

test.each(['3 May 2026', 'Updated May 4, 2026 1:10 AM', 'Sunday, May 3, 2026', '05/03/2026', '2026年5月3日 10:19'])(
  'a date that is shown above: %s',
  (line) => expect(isBylineLine(line, DATED)).toBe(true),
);

test.each([
  ['Veröffentlicht am 3. Mai 2026', 'de'],
  ['03.05.2026, 10:19 Uhr • Lesezeit: 1 Min.', 'de'],
  ['Atualizado em domingo, 3 de maio de 2026 às 10:19', 'pt'],
  ['03.05.2026 (обновлено: 10:19)', 'ru'],
  ['Thứ hai, 4/5/2026, 10:19 (GMT+7)', 'vi'],
  ['3 พ.ค. 2569 13:21 น.', 'th'],
  ['Обновлено 3 мая 2026 г.', 'ru'],
  ['Оновлено 3 травня 2026 р.', 'uk'],
  ['2026-05-03 23:10来源:北方日报发布于：北方省', 'zh'],
])('a date that is shown above, in letters beyond ASCII: %s', (line, lang) =>
  expect(isBylineLine(line, { ...DATED, lang })).toBe(true),
);

test.each([
  ['3 days ago', 'en'],
  ['Posted 3 days ago', 'en'],
  ['3天前', 'zh'],
])('a day that is told by how long ago it is: %s', (line, lang) =>
  expect(isBylineLine(line, { ...DATED, lang })).toBe(true),
);

test.each([
  '30 days ago',
  'It went out 3 days ago.',
  '3 days ago I walked the shore,',
  '3天前，她走了',
  '1 March 2024',
  'On 3 May 2026 the lamp was put out for good.',
  'May',
  'Route 66',
  'Effective beginning 5/3/2026:',
  'On May 3, 2026, it went out.',
  'On 3 May 2026 he chose plan B.',
  '5月3日上午，Maren Holt 在老港口三号码头拍摄的照片',
  '5月3日，开学已满一周，小温还没能去报到',
])('text: %s', (line) => expect(isBylineLine(line, DATED)).toBe(false));

const isHeadLine = (text: string): boolean =>
  repeatsHead({ text, element: document.createElement('p') } as unknown as TextUnit, { ...UNDATED, byline: null });

test.each([
  'Temps de lecture 3 min.',
  'Durée de lecture : 5 minutes',
  'Lesezeit: 4 Min.',
  'Tempo di lettura: 3 minuti',
  'Время чтения: 3 мин',
  'Thời gian đọc: 3 phút',
  '読了時間：約5分',
])('how long a text takes to read: %s', (line) => expect(isHeadLine(line)).toBe(true));

test.each([
  'Leçon 12',
  'Read part 3 of this essay',
  'Prep time: 10 min',
  '読者は100人',
  'Lecture 3 Mitosis',
  'Letter 12 Mina',
  'Collect 20 mint leaves',
  '閱讀成績：90分',
])('no time of reading: %s', (line) => expect(isHeadLine(line)).toBe(false));
