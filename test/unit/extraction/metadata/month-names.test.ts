import { expect, test } from 'vitest';
import { LANGUAGES, monthOf } from '../../../../src/extraction/metadata/month-names.ts';

/** Names of one word, since `monthOf` is asked for words. */
function namesIn(tag: string): string[] {
  return (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(tag, { month, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' });
    return Array.from({ length: 12 }, (_, index) => {
      const parts = format.formatToParts(Date.UTC(2022, index, 15));
      return parts.find(({ type }) => type === 'month')?.value ?? '';
    }).filter((name) => /^[\p{L}\p{M}.]{2,}$/u.test(name));
  });
}

// Which month it is may differ: listopad is October in Croatian and November in Polish.
test.each(Object.values(LANGUAGES).flatMap((tags) => tags.split(' ')))(
  'the months of %s are known in a page that does not say its language',
  (tag) => {
    for (const name of namesIn(tag)) expect(monthOf(name, null), name).not.toBeNull();
  },
);

test('English months are recognised by their long and short names', () => {
  expect(['January', 'feb', 'Sept.', 'SEP', 'december', 'May'].map((name) => monthOf(name, null))).toEqual([
    1, 2, 9, 9, 12, 5,
  ]);
});

test('other words are no months', () => {
  expect(['the', 'on', 'Published', 'by', 'Updated', '年'].map((name) => monthOf(name, 'en'))).toEqual(
    Array(6).fill(null),
  );
});
