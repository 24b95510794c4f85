import { expect, test } from 'vitest';
import { visibleRange } from '../../../../../src/ui/list/rows/use-visible-range.ts';

const list = { viewportHeight: 600, rowHeight: 60, count: 10_000, overscan: 2 };

test.each([
  ['at the top', { ...list, listTop: 120 }, [0, 10]],
  ['in the middle', { ...list, listTop: -300_000 }, [4998, 5012]],
  ['at the end', { ...list, listTop: -599_400 }, [9988, 10_000]],
  ['when the list is below the screen', { ...list, listTop: 900 }, [0, 0]],
  ['when it is short', { ...list, count: 3, listTop: 0 }, [0, 3]],
  ['when it is empty', { ...list, count: 0, listTop: 0 }, [0, 0]],
  ['before a row was measured', { ...list, rowHeight: 0, listTop: 0 }, [0, 2]],
])('rows in sight %s', (_, input, range) => {
  expect(visibleRange(input)).toEqual(range);
});
