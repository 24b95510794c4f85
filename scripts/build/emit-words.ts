import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

type Messages = Record<string, { message: string }>;

/** Plural forms, whose keys are put together when they are asked for. */
const FORM = /(?:Zero|One|Two|Few|Many|Other)$/;

/**
 * Writes the strings that injected scripts show as a script for each language of `_locales`, which `translate.ts`
 * picks from: asking Chromium for the first string holds a page up for 4 ms.
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

/** The script that leaves those of the messages in a page that `code` names. */
export function wordsScript(messages: Messages, code: string): string {
  const isNamed = (key: string) => ['"', "'", '`'].some((quote) => code.includes(quote + key + quote));
  const words = Object.entries(messages).filter(([key]) => isNamed(key) || isNamed(key.replace(FORM, '')));
  const texts = Object.fromEntries(words.map(([key, { message }]) => [key, message]));
  return `globalThis.rectoWords=${JSON.stringify(texts)};`;
}
