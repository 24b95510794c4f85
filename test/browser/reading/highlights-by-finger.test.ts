import { beforeAll, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { restingPoint } from '../driver/resting-point.ts';
import { useSurfaces } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';
import { selectFirstWords } from './select-first-words.ts';

const used = useBrowser();
const surfaces = useSurfaces(used, '/en/news.html');

beforeAll(async () => {
  await surfaces.saved.evaluate(selectFirstWords, 2);
  await surfaces.saved.clickNamed('Highlight', 'button');
  await surfaces.saved.clickNamed('Pink', 'button');
  await surfaces.saved.waitFor(() => CSS.highlights.get('recto-pink')?.size === 1);
  await surfaces.saved.reload();
  await surfaces.saved.waitFor(() => CSS.highlights.get('recto-pink')?.size === 1);
});

/** Middle of a control, or of the beginning of a highlight of a colour. */
const middleOf = (label: string): [number, number] | null => {
  const range = [...(CSS.highlights.get(`recto-${label}`) ?? [])][0];
  const buttons = [...document.querySelectorAll('.highlight-bar button')];
  const named = buttons.find((button) => (button.getAttribute('aria-label') ?? button.textContent)?.startsWith(label));
  const found = range instanceof Range ? range : named;
  const box = found instanceof Range ? found.getClientRects()[0] : found?.getBoundingClientRect();
  return box ? [box.left + box.width / 2, box.top + box.height / 2] : null;
};

async function tap(tab: Tab, label: string): Promise<void> {
  const { x, y } = await restingPoint(tab, async () => {
    const [left, top] = await tab.waitFor(middleOf, label);
    return { x: left, y: top };
  });
  await tab.finger('down', x, y);
  await tab.finger('up', x, y);
}

test('by touch: a tap on a highlight opens its bar, and a tap there changes the colour', async () => {
  const reader = surfaces.saved;
  await reader.evaluate(() => {
    document.querySelectorAll('.page-body p')[2]?.scrollIntoView({ block: 'center' });
    getSelection()?.removeAllRanges();
  });
  await reader.waitFor(() => !document.querySelector('.highlight-bar'));
  await tap(reader, 'pink');
  await tap(reader, 'Blue');
  await reader.waitFor(() => CSS.highlights.get('recto-blue')?.size === 1);
  await tap(reader, 'blue');
  await tap(reader, 'Pink');
  await reader.waitFor(() => CSS.highlights.get('recto-pink')?.size === 1);
});

/** Runs in the page: room in px between the bar and what is selected; null without a bar. */
function roomBeside(): number | null {
  const [bar, selected] = [document.querySelector('.highlight-bar'), getSelection()?.getRangeAt(0)];
  if (!bar || !selected) return null;
  const [a, b] = [bar.getBoundingClientRect(), selected.getBoundingClientRect()];
  const isWhole = a.top >= 0 && a.bottom <= innerHeight;
  return isWhole ? Math.max(a.top - b.bottom, b.top - a.bottom) : null;
}

test('by touch: the bar of a selection stands away from it, wherever it is, and has four colours', async () => {
  const reader = surfaces.saved;
  for (const block of ['start', 'end', 'center'] as const) {
    const [x, y] = await reader.waitFor((where: ScrollLogicalPosition) => {
      getSelection()?.removeAllRanges();
      const held = document.querySelectorAll('.page-body p')[4];
      held?.scrollIntoView({ block: where, behavior: 'instant' });
      const box = held?.getBoundingClientRect();
      return box && ([box.left + 20, box.bottom - 8] as const);
    }, block);
    // A tap on plain text lets go of what the bar was about.
    await reader.finger('down', x, y);
    await reader.finger('up', x, y);
    await reader.waitFor(() => !document.querySelector('.highlight-bar'));
    await reader.evaluate(selectFirstWords, 4);
    await expect.poll(() => reader.evaluate(roomBeside), { message: block }).toBeGreaterThan(0);
  }
  await tap(reader, 'Highlight');
  for (const label of ['Yellow', 'Green', 'Blue', 'Pink']) {
    await tap(reader, label);
    await reader.waitFor((name: string) => {
      const words = document.querySelectorAll('.page-body p')[4]?.textContent?.slice(0, 20).trim();
      return [...(CSS.highlights.get(`recto-${name}`) ?? [])].some((range) => String(range).trim() === words);
    }, label.toLowerCase());
  }
  await tap(reader, 'Remove');
  await reader.waitFor(() => CSS.highlights.get('recto-pink')?.size === 1);
});
