import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleText } from '../steps/accessible-names.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { runAxe } from '../steps/run-axe.ts';
import { useBrowser } from '../use-browser.ts';
import { selectFirstWords } from './select-first-words.ts';

const used = useBrowser();

/** Runs in a surface: the headings and paragraphs that are seen, by their beginning, and those among them that are struck out. */
function seen(): { shown: string[]; struck: string[]; chosen: string | null } {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const root = host?.shadowRoot ?? document;
  const blocks = Array.from(root.querySelectorAll<HTMLElement>('.page-body :is(p, h2)')).filter(
    (block) => block.getBoundingClientRect().height > 0,
  );
  const begin = (block: Element) => block.textContent?.trim().slice(0, 24) ?? '';
  return {
    shown: blocks.map(begin),
    struck: blocks.filter((block) => getComputedStyle(block).textDecorationLine === 'line-through').map(begin),
    chosen: root.querySelector('[data-chosen]')?.textContent?.trim().slice(0, 24) ?? null,
  };
}

const shown = async (tab: Tab): Promise<string[]> => (await tab.evaluate(seen)).shown;

/** Runs in a page of Recto: whether it is kept of an article that none of its blocks is hidden. */
async function noneIsKeptHidden(url: string): Promise<boolean> {
  const question = { protocol: 'recto/1', name: 'article.find', input: { url } };
  return (await chrome.runtime.sendMessage(question)).value.hidden.blocks.length === 0;
}

/** Hides the block that is `steps` below the one chosen first, by keys alone; gives its beginning. */
async function hideByKeys(tab: Tab, steps: number): Promise<string> {
  await tab.press('z');
  await tab.waitFor(
    () =>
      Array.from(document.documentElement.children).some((child) => child.shadowRoot?.querySelector('[data-chosen]')) ||
      document.querySelector('[data-chosen]'),
  );
  for (let step = 0; step < steps; step += 1) await tab.press('ArrowDown');
  const { chosen } = await tab.evaluate(seen);
  await tab.press('Enter');
  await expect.poll(async () => (await tab.evaluate(seen)).struck).toContain(chosen);
  await tab.press('Escape');
  await expect.poll(() => shown(tab)).not.toContain(chosen);
  return chosen ?? '';
}

test('blocks can be hidden by keys and pointer, stay hidden in the saved copy, and can be shown again', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  const before = await shown(tab);
  const first = await hideByKeys(tab, 2);
  expect(await shown(tab)).toEqual(before.filter((text) => text !== first));

  // With the pointer: the mark is a mark, so the kept text is whole.
  // The bar is away after the block was gone to; its key is there.
  await tab.press('s');
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('main li[data-id] a'));
  await list.click('main li[data-id] a');
  const saved = await used.browser.waitForTab('/src/reader/reader.html');
  await saved.waitFor(() => document.querySelector('.page-body p'));
  await expect.poll(() => shown(saved)).not.toContain(first);
  expect(await saved.evaluate(() => document.querySelector('.page-body')?.textContent)).toContain(first);
  await saved.press('x');
  await saved.clickNamed('Hide blocks', 'button');
  await saved.waitFor(() => document.querySelector('[data-choosing]'));
  const tells = (told: string) => document.querySelector('.hide-bar')?.textContent?.includes(told);
  await saved.click('.page-body p:nth-of-type(4)');
  await saved.waitFor(tells, '2 blocks are hidden.');
  await saved.press('u');
  await saved.waitFor(tells, 'One block is hidden.');
  await saved.click('.page-body p:nth-of-type(4)');
  await saved.waitFor(tells, '2 blocks are hidden.');
  expect(await runAxe(saved)).toEqual([]);
  await saved.clickNamed('Done', 'button');
  await expect.poll(async () => (await shown(saved)).length).toBe(before.length - 2);

  // The page knows of both when it is opened again, and gives them back.
  await tab.activate();
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await expect.poll(async () => (await shown(tab)).length).toBe(before.length - 2);
  await tab.press('z');
  await expect.poll(async () => (await tab.evaluate(seen)).struck.length).toBe(2);
  await tab.press('Escape');
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  const popup = await tab.pressToolbar();
  await expect.poll(async () => (await popup.evaluate(seen)).shown.length).toBe(before.length - 2);
  await popup.close();
  await tab.close();

  await saved.activate();
  await saved.press('z');
  for (const left of [1, 0]) {
    // Out from under the bar.
    await saved.waitFor(() => document.querySelector('[data-choosing]'));
    await saved.evaluate(() => document.querySelector('[data-hidden]')?.scrollIntoView({ block: 'center' }));
    await saved.click('.page-body [data-hidden]');
    await saved.waitFor((wanted) => document.querySelectorAll('[data-hidden]').length === wanted, left);
  }
  await saved.press('ArrowUp');
  await saved.waitFor(() => document.activeElement?.matches('.page-body *'));
  await saved.press('Escape');
  await saved.waitFor(() => !document.querySelector('[data-choosing]'));
  // No ring stays around a block that nothing can be done with any more.
  expect(await saved.evaluate(() => document.activeElement?.matches('.page-body *'))).toBe(false);
  await expect.poll(() => shown(saved)).toEqual(before);
  await saved.waitFor(noneIsKeptHidden, used.site.url('/en/news.html'));
  await saved.reload();
  await saved.waitFor(() => document.querySelector('.page-body p'));
  expect(await shown(saved)).toEqual(before);
  await saved.close();
});

test('what is hidden is not printed and not in the contents', async () => {
  const tab = await openOverlay(used, '/en/handbook.html');
  await expect.poll(() => accessibleText(tab)).toContain('The machines');
  await tab.press('z');
  await tab.waitFor(() =>
    Array.from(document.documentElement.children).some((child) => child.shadowRoot?.querySelector('[data-chosen]')),
  );
  // The paragraph above the picture, the picture, and the heading.
  for (let step = 0; step < 3; step += 1) await tab.press('ArrowDown');
  await expect.poll(async () => (await tab.evaluate(seen)).chosen).toBe('The machines');
  await tab.press('Enter');
  await tab.press('Escape');
  await expect.poll(() => accessibleText(tab)).not.toContain('The machines');
  expect(await tab.printedText()).not.toContain('The machines');
});

test('what is hidden of a page that is not saved stays hidden when the article was to be picked anew, and was not', async () => {
  const tab = await openOverlay(used, '/en/busy.html');
  const hidden = await hideByKeys(tab, 1);
  const left = await shown(tab);
  await tab.press('g');
  await expect.poll(() => accessibleText(tab)).toContain('Use this');
  await tab.press('Escape');
  await tab.waitFor(readOverlay);
  await expect.poll(() => shown(tab)).toEqual(left);
  expect(left).not.toContain(hidden);
  // Full view that is opened anew begins anew.
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await pressShortcutAgain(tab, 'toggle-reader');
  await tab.waitFor(readOverlay);
  await expect.poll(() => shown(tab)).toContain(hidden);
  await tab.close();
});

test('the key that goes to the next highlight passes over those in blocks that are hidden', async () => {
  const overlay = await openOverlay(used, '/en/handbook.html');
  const saved = await openSavedCopy(used, overlay);
  // It opens where the tests above have left the page: what is out of sight gets no bar.
  await saved.waitFor(() => {
    scrollTo(0, 0);
    return document.querySelector('.page-body p') && scrollY === 0;
  });
  for (const paragraph of [0, 1]) {
    await saved.evaluate(selectFirstWords, paragraph);
    await saved.waitFor(() => document.querySelector('.highlight-bar'));
    await saved.press('h');
    await saved.waitFor((count) => CSS.highlights.get('recto-yellow')?.size === count, paragraph === 0 ? 1 : 2);
    await saved.press('Escape');
    await saved.waitFor(() => !document.querySelector('.highlight-bar'));
  }
  await saved.evaluate(() => {
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  await hideByKeys(saved, 0);
  const [hidden, other] = await saved.evaluate(() => {
    const paragraphs = document.querySelectorAll('.page-body p');
    return [paragraphs[0]?.matches('[data-hidden]'), paragraphs[1]?.textContent];
  });
  expect(hidden).toBe(true);
  for (let press = 0; press < 2; press += 1) {
    await saved.press('h');
    await saved.waitFor(() => document.querySelector('.highlight-bar'));
    expect(await saved.evaluate(() => document.activeElement?.textContent)).toBe(other);
    await saved.press('Escape');
    await saved.waitFor(() => !document.querySelector('.highlight-bar'));
  }
  await saved.close();
  await overlay.close();
});
