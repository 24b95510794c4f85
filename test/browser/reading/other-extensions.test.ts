import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser({ companion: join(import.meta.dirname, '../../companion') });

/** Runs in the page: asks the other extension for something, and gives the answer when it has come. */
function ask(what: string, detail: string, answer: string): string | null {
  const root = document.documentElement;
  if (!root.hasAttribute(answer)) document.dispatchEvent(new CustomEvent(what, { detail }));
  return root.getAttribute(answer);
}

/** Runs in the page: a point in the middle of the first words of the article's first paragraph. */
function pointInText(): string {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const paragraphs = Array.from(host?.shadowRoot?.querySelectorAll('.page-body p') ?? []);
  const text = paragraphs.find(({ textContent }) => textContent.startsWith('For a hundred'))?.firstChild;
  const range = document.createRange();
  if (text) {
    range.setStart(text, 6);
    range.setEnd(text, 13);
  }
  const { left, top, width, height } = range.getBoundingClientRect();
  return `${left + width / 2},${top + height / 2}`;
}

/** Runs in the page: how the article's frame is coloured. */
function colours() {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const page = host?.shadowRoot?.querySelector('.page');
  const { backgroundColor, color } = getComputedStyle(page ?? document.body);
  return [backgroundColor, color];
}

const open = (): Promise<Tab> => openOverlay(used, '/en/news.html');

test('a dictionary finds the word under the pointer', async () => {
  const tab = await open();
  const point = await tab.evaluate(pointInText);
  expect(await tab.waitFor(ask, 'companion-look-up', point, 'data-looked-up')).toBe('hundred');
});

test('a translation extension reaches the article, and its translation stays', async () => {
  const tab = await open();
  await tab.waitFor(ask, 'companion-translate', '', 'data-translated');
  expect((await tab.waitFor(readOverlay)).text).toContain('SOMEBODY SLEPT WITH ONE EAR OPEN');
  // Drawing the reader anew, as a change of type does, must not write over it.
  await tab.press('+');
  await tab.press('a');
  await expect.poll(async () => (await tab.accessibilityTree()).some(({ name }) => name === 'Text size')).toBe(true);
  expect((await tab.waitFor(readOverlay)).text).toContain('SOMEBODY SLEPT WITH ONE EAR OPEN');
});

test('a dark-mode extension can put its style sheet into the article', async () => {
  const tab = await open();
  await tab.waitFor(ask, 'companion-darken', '', 'data-darkened');
  expect(await tab.evaluate(colours)).toEqual(['rgb(1, 2, 3)', 'rgb(200, 201, 202)']);
});
