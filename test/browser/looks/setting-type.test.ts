import { describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a page of Recto: what its storage has names for. */
const readKeys = async (): Promise<string[]> => Object.keys(await chrome.storage.local.get(null));

/** Runs in the page: how the article is set, in the overlay or in Recto's own page; null while there is none. */
function howItIsSet() {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const page = roots.map((root) => root?.querySelector('.page')).find((found) => found?.querySelector('.page-body p'));
  const [first, second] = page?.querySelectorAll('.page-body p') ?? [];
  const ground = page?.closest('.recto');
  if (!page || !first || !second || !ground) return null;
  const { textAlign, hyphens, letterSpacing, fontSize } = getComputedStyle(first);
  const { backgroundColor } = getComputedStyle(ground);
  const { textIndent, marginTop } = getComputedStyle(second);
  return { textAlign, hyphens, letterSpacing, fontSize, backgroundColor, textIndent, marginTop };
}

async function openOverlay(path: string, host?: string): Promise<Tab> {
  const tab = await used.browser.open(used.site.url(path, host));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  return tab;
}

const expectSet = (tab: Tab, wanted: Record<string, string>) =>
  expect.poll(() => tab.evaluate(howItIsSet)).toMatchObject(wanted);

describe('what the Aa panel sets', () => {
  test('applies in the overlay at once, in the next overlay and in the saved copy', async () => {
    const tab = await openOverlay('/en/news.html');
    await tab.press('a');
    await tab.clickNamed('More settings', 'button');
    await tab.clickNamed('Indented', 'radio');
    await tab.clickNamed('Justified', 'radio');
    await tab.clickNamed('Hyphenate words', 'checkbox');
    const wanted = { textAlign: 'justify', hyphens: 'auto', textIndent: '26px', marginTop: '0px' };
    await expectSet(tab, wanted);
    await tab.press('Escape');
    await tab.press('s');
    await tab.press('Escape');
    await tab.waitFor(overlayIsGone);
    await expectSet(await openOverlay('/en/busy.html'), wanted);

    const list = await used.browser.openRecto('library');
    await list.clickNamed('The lighthouse keepers of Skerry Sound are going home', 'link');
    await expectSet(await used.browser.waitForTab('/src/reader/reader.html'), wanted);
  });
});

describe('what is for one site alone', () => {
  test('applies in the overlay and the saved copy of that site, and nowhere else, until it is cleared in settings', async () => {
    const tab = await openOverlay('/en/news.html');
    const light = (await tab.evaluate(howItIsSet))?.backgroundColor;
    await tab.press('a');
    await tab.clickNamed('Keep this look for news.localhost only', 'checkbox');
    await tab.press('+');
    await tab.clickNamed('Sepia', 'radio');
    await expectSet(tab, { fontSize: '22px' });
    await expect.poll(async () => (await tab.evaluate(howItIsSet))?.backgroundColor).not.toBe(light);
    const sepia = (await tab.evaluate(howItIsSet))?.backgroundColor ?? '';
    const other = await openOverlay('/en/news.html', 'other.localhost');
    expect(await other.evaluate(howItIsSet)).toMatchObject({ fontSize: '20px' });
    expect((await other.evaluate(howItIsSet))?.backgroundColor).not.toBe(sepia);
    const saved = await used.browser.waitForTab('/src/reader/reader.html');
    await saved.reload();
    await expectSet(saved, { fontSize: '22px', backgroundColor: sepia });

    const library = await used.browser.openRecto('library#settings');
    await library.clickNamed('Forget news.localhost', 'button');
    await library.waitFor(() => !document.querySelector('.sites li'));
    expect(await library.evaluate(readKeys)).not.toContainEqual(expect.stringMatching(/^site\./));
    await expectSet(saved, { fontSize: '20px' });
  });
});
