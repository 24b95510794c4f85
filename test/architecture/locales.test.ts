import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { BACKUP_REFUSALS, ERROR_CODES, LIBRARY_ERROR_CODES } from '../../src/model/errors/error-code.ts';

const ROOT = join(import.meta.dirname, '../..');
const LOCALES = join(ROOT, 'public/_locales');

type Messages = Record<string, { message: string }>;

const read = (locale: string): Messages => JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));
const english = read('en');
const keys = Object.keys(english);
const isKey = (key: string): boolean => key in english;
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

/** Plural forms beside One and Other that a language has by `Intl.PluralRules`: Arabic has all six. */
function furtherForms(locale: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions();
  const forms = pluralCategories.filter((category) => category !== 'one' && category !== 'other');
  const bases = keys.filter((key) => /[a-z]Other$/.test(key)).map((key) => key.replace(/Other$/, ''));
  return bases.flatMap((base) => forms.map((form) => `${base}${form.charAt(0).toUpperCase()}${form.slice(1)}`));
}

/** The English string that a string says in another language. */
const inEnglish = (key: string): string => english[isKey(key) ? key : key.replace(FURTHER, 'Other')]?.message ?? '';
const FURTHER = /(Zero|Two|Few|Many)$/;

/** Whether the code names a string: by its key, as one of two plural forms, or as the words of an error code. */
function isUsed(key: string): boolean {
  if (/^error(Next)?_/.test(key)) return true;
  const plural = key.replace(/(One|Other)$/, '');
  return new RegExp(`['"_](${key}|${plural})(['"]|__)`).test(code);
}

describe.each(others)('locale %s', (locale) => {
  const messages = read(locale);

  test('has every English string, each in every plural form of its language, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual([...keys, ...furtherForms(locale)].sort());
  });

  test('fills in the same values as English', () => {
    const differing = Object.entries(messages).filter(
      ([key, { message }]) =>
        // "1 article", "一篇文章", "مقالتان": the words for none, one and two may leave the number out.
        !/[a-z](Zero|One|Two)$/.test(key) && placeholders(message).join() !== placeholders(inEnglish(key)).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('is translated, not copied', () => {
    const copied = Object.entries(messages).filter(
      ([key, { message }]) => message === inEnglish(key) && !SAME_EVERYWHERE.test(message),
    );
    expect(copied.map(([key]) => key)).toEqual([]);
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

test.each(['zh_CN', 'zh_TW'])('%s is set with Chinese marks, and with a space between Han and Latin', (locale) => {
  const bad = Object.entries(read(locale)).filter(
    ([, { message }]) =>
      /\p{Script=Han}[,;:!?()"]|[,;:!?("]\p{Script=Han}/u.test(message) ||
      /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(message),
  );
  expect(bad.map(([key]) => key)).toEqual([]);
});

test('Traditional Chinese has no simplified character, and the marks of Taiwan', () => {
  const traditional = Converter({ from: 'cn', to: 'tw' });
  const bad = Object.entries(read('zh_TW')).filter(
    ([, { message }]) => traditional(message).replaceAll('臺', '台') !== message || /[“”‘’]/.test(message),
  );
  expect(bad.map(([key]) => key)).toEqual([]);
});

test('the strings stand in alphabetical order', () => {
  for (const locale of ['en', ...others]) {
    const order = Object.keys(read(locale));
    const sorted = [...order].sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b));
    expect(order, locale).toEqual(sorted);
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
  const wanted = [...ERROR_CODES, ...LIBRARY_ERROR_CODES, ...BACKUP_REFUSALS].flatMap((error) => {
    const name = error.replaceAll('-', '_');
    return [`error_${name}`, `errorNext_${name}`];
  });
  expect(keys.filter((key) => /^error(Next)?_/.test(key)).sort()).toEqual(wanted.sort());
});

test('every string is used somewhere', () => {
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

test('what another sentence may follow (`Words.sentences`) ends as a sentence does', () => {
  const followed =
    /^(settingsStored|exportDone|exportNothing$|autoBackupFolder$|autoBackupDownloads$|roomTaken$|error_)/;
  const open = ['en', ...others].flatMap((locale) =>
    Object.entries(read(locale))
      .filter(([key, { message }]) => followed.test(key) && !/[.。]$/.test(message))
      .map(([key]) => `${locale}: ${key}`),
  );
  expect(open).toEqual([]);
});
