import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { READER_KEYS, type ReaderAction } from '../../../src/ui/reader/reader-keys.ts';
import type { Tab } from '../driver/browser-driver.ts';
import { prose } from '../steps/odd-articles.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const WORDS: Record<string, { message: string }> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../public/_locales/en/messages.json'), 'utf8'),
);

/** Controls that are not named after their action: choices among several, or steps. */
const OTHER_NAMES: Partial<Record<ReaderAction, string>> = {
  type: `Aa: ${WORDS['readerType']?.message}`,
  'next-theme': 'Sepia',
  'normal-size': 'Larger text',
  focus: 'Paragraph',
  'remove-highlight': 'Remove',
};

/** Blocks are pressed themselves (hiding-blocks.test.ts), and sentences need a voice (read-aloud.test.ts). */
const ELSEWHERE: readonly ReaderAction[] = [
  'next-block',
  'previous-block',
  'press-block',
  'previous-sentence',
  'next-sentence',
];

const figure = (name: string) =>
  `<figure><img src="/pictures/${name}.png" alt="The ${name}" width="640" height="400"></figure>`;
const PAGE = `<!doctype html><html lang="en"><title>All controls</title><meta property="og:type" content="article"><article>
  <h1>All controls</h1><p>${prose(200)}</p>${figure('harbour')}<h2>One</h2><p>${prose(200)}</p>${figure('oven')}
  <h2>Two</h2><p>${prose(200)}</p><h2>Three</h2><p>${prose(200)}</p></article></html>`;

/** Runs in a surface: selects the beginning of the text. */
function selectText(): void {
  const roots = [document, ...Array.from(document.documentElement.children, (child) => child.shadowRoot)];
  const text = roots.map((root) => root?.querySelector('.page-body p')).find((found) => found)?.firstChild;
  text?.parentElement?.scrollIntoView();
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 12);
}

test('every action in the table of keys has a control', async () => {
  const seen = new Set<string>();
  const look = async (tab: Tab, awaited: string) => {
    const names = async () =>
      (await tab.accessibilityTree())
        .filter(({ role }) => /button|radio|checkbox|switch/i.test(role))
        .map(({ name }) => name);
    await expect.poll(names).toContain(awaited);
    for (const name of await names()) seen.add(name);
  };
  used.site.serve('/controls.html', PAGE);
  const tab = await openOverlay(used, '/controls.html');
  await look(tab, 'Close');
  await tab.clickNamed('More', 'button');
  await look(tab, 'Copy as Markdown');
  await tab.clickNamed(OTHER_NAMES.type ?? '', 'button');
  await tab.clickNamed('More settings', 'button');
  await look(tab, 'Paragraph');
  await tab.press('Escape');
  await tab.clickNamed('Two', 'button');
  await look(tab, 'Back to your place');
  await tab.press('v');
  await look(tab, 'Next picture');
  await tab.press('Escape');
  const saved = await openSavedCopy(used, tab);
  await look(saved, 'Delete');
  await saved.evaluate(selectText);
  await look(saved, 'Highlight');
  await saved.clickNamed('Highlight', 'button');
  await look(saved, 'Remove');
  await tab.activate();
  await look(tab, 'Undo');
  const missing = READER_KEYS.filter(
    ({ action, label }) =>
      !ELSEWHERE.includes(action) && !seen.has(OTHER_NAMES[action] ?? WORDS[label]?.message ?? label),
  );
  expect(missing.map(({ action }) => action)).toEqual([]);
  await saved.close();
});

test('an article is tagged while its saved copy is read, by key, with Undo', async () => {
  const tab = await openOverlay(used, '/en/no-doctype.html');
  const saved = await openSavedCopy(used, tab);
  const said = () => document.querySelector('.reader-bar [role=status].reader-bar-notice')?.textContent ?? '';
  await saved.press('t');
  // Letters are no keys of the article by now, though the dialog may still be loading: `e` would archive it.
  await saved.press('e');
  await saved.waitFor(() => document.activeElement?.matches('.tag-dialog input'));
  await saved.type('sea');
  await saved.press('Enter');
  await saved.waitFor(() => document.querySelector<HTMLInputElement>('.tag-dialog li input')?.checked);
  await saved.press('Enter');
  await expect.poll(() => saved.evaluate(said)).toMatch(/^Tags changed: .*Undo$/);
  await saved.waitFor(() => !document.querySelector('.tag-dialog') && document.activeElement?.localName === 'main');
  // Esc closes the dialog and not a panel, and gives the focus back to the control.
  await saved.clickNamed('Tags', 'button');
  await saved.waitFor(() => document.querySelector<HTMLInputElement>('.tag-dialog li input')?.checked);
  expect(await saved.printedText()).not.toContain('Cancel');
  await saved.press('Escape');
  await saved.waitFor(() => !document.querySelector('.tag-dialog'));
  expect(await saved.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Tags');
  await saved.press('u');
  await saved.waitFor(() => document.querySelector('.reader-said')?.textContent === 'Undone');
  await saved.press('t');
  await saved.waitFor(() => document.querySelector('.tag-dialog-none'));
  await saved.press('Escape');
});
