import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const FIRST = 'The mill on the lower river was sold on Monday to the people who had worked in it.';
const FILLER =
  'They met in the canteen, counted what they had, and found that it was enough for the roof and the wheel.';
const ADDED = 'On Friday the bank, which had first declined, agreed to the rest.';
/** A sentence that the new text has no more. */
const GONE = 'The bell above its gate was taken down for good in the last week of spring.';
const page = (...paragraphs: string[]): string =>
  `<!doctype html><html lang="en"><title>The mill</title><article><h1>The mill</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;
const serve = (...paragraphs: string[]) => used.site.serve('/mill.html', page(...paragraphs));
const story = (...more: string[]): string[] => [
  FIRST,
  ...Array.from({ length: 6 }, (_unused, at) => `${at + 1}. ${FILLER}`),
  ...more,
];

const textOf = (tab: Tab, wanted: string) =>
  tab.waitFor((text: string) => document.querySelector('.page-body')?.textContent?.includes(text), wanted);

/** Opens the page as it is now and presses what the popup offers; gives what it says then. */
async function pressInPopup(name: string, said: RegExp): Promise<string> {
  const tab = await used.browser.open(used.site.url('/mill.html'));
  const popup = await tab.pressToolbar();
  await popup.clickNamed(name, 'button');
  const line = await popup.waitFor((pattern: string) => {
    const text = document.querySelector('.notice-text')?.textContent ?? '';
    return new RegExp(pattern).test(text) ? text : '';
  }, said.source);
  await popup.close();
  await tab.close();
  return line;
}

async function openSaved(): Promise<Tab> {
  const list = await used.browser.openRecto('library');
  await list.clickNamed('The mill', 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.page-body p'));
  return reader;
}

const copiesIn = (reader: Tab) =>
  reader.waitFor(() => {
    const lines = [...document.querySelectorAll('.receipt li')].map(({ textContent }) => textContent ?? '');
    return lines.length > 0 && lines;
  });

test('Update copy shows the new text and keeps the older one and the highlights, and lists a highlight whose words are gone', async () => {
  serve(FIRST, GONE, ...story().slice(1));
  await pressInPopup('Save', /^Saved/);
  const reader = await openSaved();
  await reader.evaluate(() => {
    const text = document.querySelector('.page-body p')?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 4, text, 27);
  });
  await reader.clickNamed('Highlight', 'button');
  await reader.waitFor(() => CSS.highlights.get('recto-yellow')?.size === 1);
  // It is painted when other windows hear of it, too; until it is answered for, the bar offers to highlight it.
  await reader.waitFor(() => document.querySelector('.highlight-bar .highlight-colour'));
  await reader.evaluate((gone: string) => {
    const paragraphs = [...document.querySelectorAll('.page-body p')];
    const text = paragraphs.find(({ textContent }) => textContent === gone)?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 4, text, 40);
  }, GONE);
  await reader.clickNamed('Highlight', 'button');
  await reader.waitFor(() => CSS.highlights.get('recto-yellow')?.size === 2);
  await reader.close();

  serve(...story(ADDED));
  expect(await pressInPopup('Update copy', /up to date/)).toContain('The older text is kept as well.');
  const updated = await openSaved();
  await textOf(updated, ADDED);
  await updated.waitFor(() => String([...(CSS.highlights.get('recto-yellow') ?? [])][0]) === 'mill on the lower river');
  const lost = await updated.waitFor(() => document.querySelector('.highlight-lost blockquote')?.textContent);
  expect(lost).toBe(GONE.slice(4, 40).trim());
  expect(await copiesIn(updated)).toEqual([expect.stringMatching(/^The text until /)]);
  await updated.close();
});

test('an older text can be shown, and made the current one again', async () => {
  const reader = await openSaved();
  await copiesIn(reader);
  await reader.evaluate(() => document.querySelector<HTMLElement>('.receipt summary')?.click());
  await reader.evaluate(() => document.querySelector<HTMLElement>('.receipt li button')?.click());
  await reader.waitFor((added: string) => !document.querySelector('.page-body')?.textContent?.includes(added), ADDED);
  await reader.clickNamed('Use this text', 'button');
  await reader.waitFor(() => !document.querySelector('.reader-bar-notice .notice'));
  await reader.reload();
  await textOf(reader, '6. They met');
  expect(
    await reader.evaluate((added) => document.querySelector('.page-body')?.textContent?.includes(added), ADDED),
  ).toBe(false);
  expect(await copiesIn(reader)).toHaveLength(1);
  await reader.close();
});

test('a new text that is much shorter does not replace the old one, and popup and reader say so', async () => {
  serve(...story().slice(0, 4));
  expect(await pressInPopup('Update copy', /incomplete/)).toContain('the older copy is still the one shown');
  const reader = await openSaved();
  await textOf(reader, '6. They met');
  expect(await copiesIn(reader)).toContainEqual(expect.stringContaining('put aside because it is much shorter'));
  await reader.close();
});

/** Runs in the reader: which passage is at the top of the window, and how far below the edge it begins. */
function readTop(): { passage: string; top: number } {
  const passages = [...document.querySelectorAll('.page-body p')];
  const first = passages.find((passage) => passage.getBoundingClientRect().bottom > 1);
  return {
    passage: first?.textContent?.slice(0, 14) ?? '',
    top: Math.round(first?.getBoundingClientRect().top ?? Number.NaN),
  };
}

test('what is read when the copy is updated elsewhere stays in place, whatever the new text has above it', async () => {
  const numbered = (name: string) => Array.from({ length: 30 }, (_unused, at) => `${name} ${at + 1}. ${FILLER}`);
  const long = story(...numbered('Afterword'));
  serve(...long);
  await pressInPopup('Update copy', /up to date/);
  const reader = await openSaved();
  await textOf(reader, 'Afterword 30');
  await reader.evaluate(() => scrollTo(0, 900));
  await reader.waitFor(() => scrollY === 900);
  const before = await reader.evaluate(readTop);
  expect(before.passage).toMatch(/^Afterword/);
  serve(...numbered('Foreword'), ...long);
  await pressInPopup('Update copy', /up to date/);
  await reader.activate();
  await textOf(reader, 'Foreword 30');
  const after = await reader.evaluate(readTop);
  expect(after.passage).toBe(before.passage);
  expect(Math.abs(after.top - before.top)).toBeLessThan(4);
  await reader.close();
});
