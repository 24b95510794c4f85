import { ConverterFactory } from 'opencc-js/core';
import STCharacters from 'opencc-js/dict/STCharacters';
import STPhrases from 'opencc-js/dict/STPhrases';
import TSCharacters from 'opencc-js/dict/TSCharacters';
import TSPhrases from 'opencc-js/dict/TSPhrases';
import TWVariants from 'opencc-js/dict/TWVariants';
import { showText, showWritten } from '../../highlighting/text-map.ts';
import { afterPaint } from '../after-paint.ts';

/** Text whose characters are not prose. */
const VERBATIM = 'pre, code, kbd, samp, math, script, style';
const LANG = { simplified: 'zh-Hans', traditional: 'zh-Hant' } as const;

/**
 * Shows a page in the other kind of characters until the signal aborts, which restores the written ones. Highlights are
 * still found in the written text, and made of it.
 */
export function showHanScript(page: HTMLElement, script: keyof typeof LANG, signal: AbortSignal): void {
  const convert = convertHan(script);
  const changed: Text[] = [];
  const head = page.querySelector<HTMLElement>('.page-head');
  const exchange = (within: HTMLElement, without: HTMLElement | null) => {
    const walker = page.ownerDocument.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (without?.contains(node) || node.parentElement?.closest(VERBATIM) || !/\p{scx=Han}/u.test(node.data)) continue;
      const shown = convert(node.data);
      if (shown === node.data) continue;
      changed.push(node);
      showText(node, shown);
    }
  };
  exchange(page, head);
  // A title is split into words after the first paint (`ArticleHead`), and would be drawn again from what is written.
  const callOff = head && afterPaint(() => exchange(head, null));
  const before = page.lang;
  page.lang = LANG[script];
  signal.addEventListener('abort', () => {
    callOff?.();
    page.lang = before;
    for (const node of changed) showWritten(node);
  });
}

/** Makes a converter of Chinese text into the other characters, by OpenCC's dictionaries of characters and phrases. */
export function convertHan(to: 'simplified' | 'traditional'): (text: string) => string {
  return to === 'simplified'
    ? ConverterFactory([[TSPhrases, TSCharacters]])
    : ConverterFactory([[STPhrases, STCharacters]], [[TWVariants]]);
}
