import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

type Messages = Record<string, { message: string }>;

/** The ending of a key for a plural form. Such keys are composed at run time. */
const FORM = /(?:Zero|One|Two|Few|Many|Other)$/;

/**
 * Writes a script for each language in `_locales` with the strings that injected scripts show, for `translate.ts` to
 * read. The first call of `i18n.getMessage` in a page takes Chromium 4 ms.
 */
export function emitWords(): Plugin {
  return {
    name: 'recto:emit-words',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }, bundle) {
      if (bundle['manifest.json'] === undefined) return;
      const content = join(dir, 'src/content');
      const scripts = readdirSync(content).filter((file) => file.endsWith('.iife.js'));
      const code = scripts.map((file) => readFileSync(join(content, file), 'utf8')).join('\n');
      const locales = join(dir, '_locales');
      mkdirSync(join(dir, 'words'), { recursive: true });
      for (const locale of readdirSync(locales)) {
        const messages: Messages = JSON.parse(readFileSync(join(locales, locale, 'messages.json'), 'utf8'));
        writeFileSync(join(dir, 'words', `${locale}.js`), wordsScript(messages, code));
      }
    },
  };
}

/** A script that puts into a page those of the messages whose keys occur in `code`. */
export function wordsScript(messages: Messages, code: string): string {
  const isNamed = (key: string) => ['"', "'", '`'].some((quote) => code.includes(quote + key + quote));
  const words = Object.entries(messages).filter(([key]) => isNamed(key) || isNamed(key.replace(FORM, '')));
  const texts = Object.fromEntries(words.map(([key, { message }]) => [key, message]));
  return `globalThis.rectoWords=${JSON.stringify(texts)};`;
}
