import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/model/error-code.ts';

const ROOT = join(import.meta.dirname, '../..');
const LOCALES = join(ROOT, 'public/_locales');

type Messages = Record<string, { message: string }>;

const read = (locale: string): Messages => JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));
const english = read('en');
const keys = Object.keys(english);
const others = readdirSync(LOCALES).filter((locale) => locale !== 'en');

/** `$1` … `$9` in a text, each once. */
const placeholders = (text: string): string[] => [...new Set(text.match(/\$\d/g) ?? [])].sort();

/** Strings that read the same in every language. */
const SAME_EVERYWHERE = /^(\$\d[:：]? ?|[·↓↑%] ?|Recto|Aa)+$/;

const code = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(tsx?|html)$/.test(file))
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .concat(readFileSync(join(ROOT, 'manifest.json'), 'utf8'))
  .join('\n');

/** Whether the code names a string: by its key, as one of two plural forms, or as the words of an error code. */
function isUsed(key: string): boolean {
  if (/^error(Next)?_/.test(key)) return true;
  const plural = key.replace(/(One|Other)$/, '');
  return new RegExp(`['"_](${key}|${plural})(['"]|__)`).test(code);
}

describe.each(others)('locale %s', (locale) => {
  const messages = read(locale);

  test('has every English string and no other', () => {
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
  });

  test('fills in the same values as English', () => {
    const differing = keys.filter(
      (key) =>
        // A singular may leave its number out ("1 article", "一篇文章") where the other language says it.
        !key.endsWith('One') &&
        placeholders(messages[key]?.message ?? '').join() !== placeholders(english[key]?.message ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('is translated, not copied', () => {
    const copied = keys.filter((key) => {
      const text = messages[key]?.message ?? '';
      return text === english[key]?.message && !SAME_EVERYWHERE.test(text);
    });
    expect(copied).toEqual([]);
  });
});

test('no string is empty, carries an exclamation mark or space at its ends', () => {
  const bad = ['en', ...others].flatMap((locale) =>
    Object.entries(read(locale))
      .filter(([, { message }]) => message.trim() !== message || message === '' || /[!！]/.test(message))
      .map(([key]) => `${locale}: ${key}`),
  );
  expect(bad).toEqual([]);
});

test('Chinese is set with Chinese marks, and with a space between Han and Latin', () => {
  const bad = Object.entries(read('zh_CN')).filter(
    ([, { message }]) =>
      /\p{Script=Han}[,;:!?()"]|[,;:!?("]\p{Script=Han}/u.test(message) ||
      /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(message),
  );
  expect(bad.map(([key]) => key)).toEqual([]);
});

test('the strings stand in alphabetical order', () => {
  for (const locale of ['en', ...others]) {
    const order = Object.keys(read(locale));
    const sorted = [...order].sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b));
    expect(order).toEqual(sorted);
  }
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

test('plural forms come in pairs', () => {
  const alone = keys.filter(
    (key) =>
      /[a-z](One|Other)$/.test(key) && !(key.replace(/(One|Other)$/, key.endsWith('One') ? 'Other' : 'One') in english),
  );
  expect(alone).toEqual([]);
});

test('every error has a sentence and a next step, and no error string is left over', () => {
  const wanted = ERROR_CODES.flatMap((error) => {
    const name = error.replaceAll('-', '_');
    return [`error_${name}`, `errorNext_${name}`];
  });
  expect(keys.filter((key) => /^error(Next)?_/.test(key)).sort()).toEqual(wanted.sort());
});

test('every string is used somewhere', () => {
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});
