import { expect, test } from 'vitest';
import { collapseSpace } from '../../../../src/model/text/collapse-space.ts';

test.each([
  ['a b c', 'a b c'],
  ['a  b \n c', 'a b c'],
  ['\ta\nb\u00a0c\u3000', ' a b c '],
  ['  ', ' '],
])('each run of white space in %j becomes one space', (text, expected) => expect(collapseSpace(text)).toBe(expected));
