import { expect, test } from 'vitest';
import type { View } from '../driver/browser-driver.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a page of Recto: from now on each text that a live region gets is listed. Regions that come with it say nothing. */
function listen(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  const textOf = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const texts = new Map<Element, string>();
  const look = () => {
    for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
      const [before, now] = [texts.get(region), textOf(region)];
      if (before !== undefined && before !== now && now !== '') heard.push(now);
      texts.set(region, now);
    }
  };
  look();
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

const waitToHear = (view: View, text: string) =>
  view.waitFor(
    (wanted) => (globalThis as unknown as { heard: string[] }).heard.some((line) => line.startsWith(wanted)),
    text,
  );

/** Runs in a page: the name of what has the focus. */
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className ?? '';

test('the popup says that a save is undone, and what its keys open has the focus, which then comes back', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.page-body p'));
  await popup.evaluate(listen);
  await popup.press('s');
  await waitToHear(popup, 'Saved');
  await popup.press('u');
  await waitToHear(popup, 'Undone');

  expect(await popup.evaluate(focused)).toBe('Article');
  await popup.press('a');
  await popup.waitFor(() => document.activeElement?.getAttribute('aria-label') === 'Text and colours');
  await popup.press('Tab');
  await popup.waitFor(() => document.activeElement?.closest('.popup-drop .choices'));
  await popup.press('a');
  await popup.waitFor(() => document.activeElement?.getAttribute('aria-label') === 'Article');

  await popup.press('s');
  await popup.waitFor(() => document.querySelector('.popup-bar .button')?.hasAttribute('aria-expanded'));
  await popup.press('s');
  await popup.waitFor(() => document.activeElement?.getAttribute('aria-label') === 'In your reading list');
  await popup.close();
});

test('why a page has no article is said once: what can be done about it, which comes later, is not part of it', async () => {
  const tab = await used.browser.open(used.site.url('/not-articles/home.html'));
  const popup = await tab.pressToolbar();
  await popup.waitFor(() =>
    Array.from(document.querySelectorAll('.popup-reason button')).some((button) => button.textContent === 'Save link'),
  );
  const alerts = await popup.evaluate(() =>
    Array.from(document.querySelectorAll('[role=alert]'), (one) => one.textContent),
  );
  expect(alerts).toEqual(['This does not look like an article.']);
  await popup.close();
});

test('a picture, a highlight and a tag are told as they come, and the key that highlights goes to those that are there', async () => {
  const reader = await openSavedCopy(used, await openOverlay(used, '/en/handbook.html'));
  // Kept pictures come to the text a moment after it, and until then there is none to enlarge.
  await reader.waitFor(() => (document.querySelector('.page-body img')?.clientWidth ?? 0) > 80);
  await reader.press('v');
  await reader.waitFor(() => document.querySelector('.lightbox img'));
  await reader.evaluate(listen);
  await reader.press('ArrowLeft');
  await reader.press('ArrowRight');
  await waitToHear(reader, '2 of ');
  await reader.press('Escape');

  // The part comes with the first selection, and its region with it.
  const select = (paragraph: number) =>
    reader.evaluate((at) => {
      const text = document.querySelectorAll('.page-body p')[at]?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 12);
    }, paragraph);
  await select(0);
  await reader.waitFor(() => document.querySelector('.highlight-bar'));
  await reader.press('h');
  await waitToHear(reader, 'Highlight: Yellow The tide at');
  await reader.press('h');
  await waitToHear(reader, 'Highlight: Green The tide at');
  await reader.press('Escape');
  await reader.waitFor(() => !document.querySelector('.highlight-bar'));

  await reader.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await reader.evaluate(listen);
  await reader.press('h');
  await waitToHear(reader, 'Highlight: Green The tide at');
  await reader.waitFor(
    () => document.activeElement?.matches('.page-body p') && document.querySelector('.highlight-bar'),
  );
  await reader.press('d');
  await waitToHear(reader, 'Highlight removed');

  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.row-title'));
  await list.press('j');
  await list.press('t');
  await list.waitFor(() => document.querySelector('dialog[open]'));
  await list.evaluate(listen);
  await list.type('sea');
  await list.press('Enter');
  await waitToHear(list, 'Ticked: sea');
  await list.type('sea');
  await list.press('Enter');
  await waitToHear(list, 'Unticked: sea');
  const names = (await list.accessibilityTree()).filter(({ role }) => role === 'dialog').map(({ name }) => name);
  expect(names).toEqual(['Tags How the tide was computed']);
});
