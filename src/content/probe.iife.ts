/**
 * The probe: all that runs on the pages of a site that always opens in the reader. It looks once whether the page may
 * be an article, and tells the background. It must stay under 2 kB, so it calls the browser itself.
 */
import { PROTOCOL_MARK } from '../messaging/protocol.ts';

/** Letters of a paragraph that count as running text, as in Readability's `isProbablyReaderable`; Han counts double. */
const PARAGRAPH = 140;
/** A page with this much running text is worth reading; an article of four paragraphs has it. */
const ENOUGH = 560;

function runningText(): number {
  let sum = 0;
  // Of the prototype, as `askDocument` asks.
  const blocks: NodeListOf<Element> = Document.prototype.querySelectorAll.call(document, 'p, pre');
  for (const block of blocks) {
    if (!(block instanceof HTMLElement)) continue;
    const text = block.innerText?.trim() ?? '';
    const length = text.length + (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
    if (length >= PARAGRAPH) sum += length;
  }
  return sum;
}

/** Tells the background where the page may be an article. The front page of a site is a list of articles, whatever it says. */
function look(): void {
  if (location.pathname !== '/' && runningText() >= ENOUGH)
    // If the background does not answer, the page simply stays as it is.
    void chrome.runtime
      .sendMessage({ protocol: PROTOCOL_MARK, name: 'page.open-reader', input: {} })
      .catch(() => undefined);
}

// A page that Chromium draws ahead is in no tab yet, and the background would not know where it asks from
// (https://github.com/w3c/webextensions/issues/396). Asked of the prototype, since a page may name an element so.
if (Reflect.get(Document.prototype, 'prerendering', document))
  document.addEventListener('prerenderingchange', look, { once: true });
else look();
