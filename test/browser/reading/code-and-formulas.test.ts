import { beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { isDrawn } from '../steps/is-drawn.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a surface: what is coloured as keywords and comments, and the drawn formulas; null while they are to come. */
function readParts() {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const root = host?.shadowRoot ?? document;
  const textOf = (kind: string) =>
    Array.from(CSS.highlights.get(`recto-code-${kind}`) ?? [], (range) =>
      (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
    );
  const formulas = Array.from(root.querySelectorAll('math'), (math) => ({
    tex: math.getAttribute('data-tex')?.slice(0, 12),
    drawn: math.querySelector('mi, mtable') !== null,
  }));
  if (textOf('keyword').length === 0 || !formulas.every(({ drawn }) => drawn)) return null;
  return { keywords: textOf('keyword'), comments: textOf('comment'), formulas };
}

describe('in the overlay and on the saved page', () => {
  const surfaces = {} as { overlay: Tab; saved: Tab };
  beforeAll(async () => {
    surfaces.overlay = await openOverlay(used, '/en/handbook.html');
    surfaces.saved = await openSavedCopy(used, surfaces.overlay);
  });

  test.each(['overlay', 'saved'] as const)('code is coloured by language and TeX is drawn: %s', async (surface) => {
    // One listing after the other is coloured, as the browser finds time.
    await expect
      .poll(() => surfaces[surface].evaluate(readParts))
      .toEqual({
        keywords: ['import', 'def', 'return', 'for', 'in', 'const', 'await', 'await', 'export', 'const'],
        comments: ['# The tide at one harbour, from its table of waves.', '# every wave', '// Height in metres.'],
        formulas: [
          { tex: 'h(t)=Z_0+\\su', drawn: true },
          { tex: '\\begin{align', drawn: true },
        ],
      });
    expect(await surfaces[surface].evaluate(isDrawn, 'recto-code-keyword')).toBe(true);
  });
});

test('closing the overlay removes the highlights that colour the code', async () => {
  const tab = await openOverlay(used, '/en/handbook.html');
  await tab.waitFor(readParts);
  await tab.press('Escape');
  await tab.waitFor(() => !CSS.highlights.has('recto-code-keyword'));
});

test('the icon of the copy button stays when pictures are hidden', async () => {
  const list = await used.browser.openRecto('library');
  await list.evaluate(() => chrome.storage.local.set({ 'settings.hidePictures': true }));
  const tab = await openOverlay(used, '/en/handbook.html');
  const shown = () => {
    const body = document.documentElement.lastElementChild?.shadowRoot?.querySelector('.page-body');
    const [picture, sign] = ['img', '.copy-code svg'].map((selector) => body?.querySelector(selector));
    return { picture: picture && getComputedStyle(picture).display, sign: sign?.getBoundingClientRect().height };
  };
  await expect.poll(() => tab.evaluate(shown)).toEqual({ picture: 'none', sign: 20 });
  await list.evaluate(() => chrome.storage.local.remove('settings.hidePictures'));
});
