import type { CrxPlugin } from '@crxjs/vite-plugin';

/**
 * Writes noncharacters such as U+FFFF in injected scripts as escapes. Chromium refuses to inject a file that contains
 * one ("It isn't UTF-8 encoded", seen in Chromium 156), and the minifier turns escapes in a library into the
 * characters.
 */
export function escapeNoncharacters(): CrxPlugin {
  return {
    name: 'recto:escape-noncharacters',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [fileName, output] of Object.entries(bundle))
        if (fileName.endsWith('.iife.js') && output.type === 'asset')
          output.source = String(output.source).replace(/[\ufdd0-\ufdef\ufffe\uffff]/g, escapeCharacter);
    },
  };
}

const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;
