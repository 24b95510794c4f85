import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { View } from '../driver/browser-driver.ts';

/** Zooms every tab, as a person does with Ctrl and +. `from` is a page of Recto's own. */
export async function zoomAllTabs(from: View, zoom: number): Promise<void> {
  await from.evaluate(async (factor) => {
    for (const { id } of await chrome.tabs.query({})) if (id !== undefined) await chrome.tabs.setZoom(id, factor);
  }, zoom);
}

/**
 * Runs in a page: whether the window is no wider than the zoom leaves of its 1,280 px (`chromium-launch.ts`,
 * `firefox-process.ts`), with room for rounding. A zoom takes a moment to arrive.
 */
export const isZoomedTo = (zoom: number): boolean => innerWidth <= 1300 / zoom;

/**
 * Runs in a page: what is wider than the window, or lies beside it, in whatever root; empty when all is right. What
 * scrolls inside itself (tables, code) may hold what is wider.
 */
export function findBeside(): string[] {
  const found: string[] = [];
  const width = document.documentElement.clientWidth;
  const nameOf = (element: Element) =>
    `${element.localName}.${element.getAttribute('class') ?? ''} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}"`;
  const canScroll = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const scrolls = (element: Element | null): boolean =>
    element !== null && (canScroll(element) || scrolls(element.parentElement));
  const lookAt = (element: Element): void => {
    const { left, right, height } = element.getBoundingClientRect();
    if (height === 0 || !element.checkVisibility({ visibilityProperty: true })) return;
    const isWide = canScroll(element) && element.scrollWidth > element.clientWidth + 1;
    if (isWide && !element.matches('.scroll, .formula, pre, p:has(math)'))
      found.push(`scrolls sideways: ${nameOf(element)}`);
    const isControl = element.matches(
      'button, a[href], input, select, textarea, summary, dialog[open], [tabindex="0"]',
    );
    if (!isControl || element.closest('.visually-hidden') || scrolls(element.parentElement)) return;
    if (left < -1 || right > width + 1)
      found.push(`${nameOf(element)} from ${Math.round(left)} to ${Math.round(right)} of ${width}`);
  };
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      lookAt(element);
    }
  };
  const overlay = Array.from(document.documentElement.children).find((child) =>
    child.shadowRoot?.querySelector('.recto'),
  );
  look(overlay?.shadowRoot ?? document);
  const scroller = overlay?.shadowRoot?.querySelector('dialog') ?? document.documentElement;
  if (scroller.scrollWidth > width) found.push(`the content is ${scroller.scrollWidth} wide of ${width}`);
  return found;
}

/** Runs in a page: a panel that reaches below the window, or is not there; empty when all is right. */
export function findBelow(panel: string): string[] {
  const find = (root: ParentNode): Element | null => {
    const found = root.querySelector(panel);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && find(shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const box = find(document)?.getBoundingClientRect();
  if (!box) return [`${panel} is not there`];
  return box.top < 0 || box.bottom > innerHeight + 1 || box.height < 40
    ? [`${panel} from ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`]
    : [];
}

/** Runs in a page: why the line of the reader's bar, in whatever root, is more than one, or has controls that are hard to hit (https://www.w3.org/TR/WCAG22/#target-size-minimum). */
export function findTightBar(): string[] {
  const find = (root: ParentNode): Element | null => {
    const line = root.querySelector('.reader-bar-line');
    if (line) return line;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && find(shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const boxes = Array.from(find(document)?.querySelectorAll('button, a[href]') ?? [], (control) =>
    control.getBoundingClientRect(),
  ).filter(({ height }) => height > 0);
  const [first] = boxes;
  if (!first) return ['there is no bar'];
  return boxes.flatMap(({ left, top, width, height }) => [
    ...(top < first.bottom ? [] : [`below the first, at ${Math.round(left)}`]),
    ...(Math.min(width, height) >= 24 ? [] : [`${Math.round(width)} × ${Math.round(height)}`]),
  ]);
}

/** What a string is in each language, after the language it is in. */
export const inEachLanguage = (key: string) =>
  ['en', 'zh_CN', 'zh_TW', 'ja', 'ar'].map((locale) => {
    const path = join(import.meta.dirname, `../../../public/_locales/${locale}/messages.json`);
    const words = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
    return [locale.replace('_', '-'), words[key]?.message ?? ''] as const;
  });

/** What the sections of the library are called and headed by, in the order of the rail. */
export const SECTION_TITLES = [
  'listTitle',
  'listFavouritesTitle',
  'listArchiveTitle',
  'highlightsTitle',
  'listTags',
  'listDeletedTitle',
  'settingsTitle',
];
