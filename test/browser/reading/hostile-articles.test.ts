import { expect, test } from 'vitest';
import type { View } from '../driver/browser-driver.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** What could run in a document and the open roots in it: elements, attributes and addresses. Runs in the page. */
function findDanger(): { text: string; danger: string[]; fired: number } {
  const roots = [document, ...Array.from(document.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot)];
  const page = roots.map((root) => root?.querySelector('.page')).find((found) => found);
  const dangerous = (element: Element): boolean =>
    /^(?:script|iframe|frame|object|embed|form|svg|style|base|meta|link|template|video|audio)$/i.test(
      element.localName,
    ) ||
    element.getAttributeNames().some((name) => {
      const value = element.getAttribute(name) ?? '';
      return /^(?:on|style$|srcdoc$|formaction$)/i.test(name) || /^\W*(?:javascript|vbscript):/i.test(value);
    });
  const body = page?.querySelector('.page-body');
  // The icon on the button that copies a listing; no class of an article survives, so none of its elements passes for it.
  const isOurs = (element: Element): boolean => element.closest('button.copy-code') !== null;
  return {
    text: page?.textContent ?? '',
    danger: Array.from(body?.querySelectorAll('*') ?? [])
      .filter((element) => dangerous(element) && !isOurs(element))
      .map(({ outerHTML }) => outerHTML),
    fired: (window as unknown as { fired?: number }).fired ?? 0,
  };
}

async function expectHarmless(view: View): Promise<void> {
  const { text, danger, fired } = await view.evaluate(findDanger);
  expect(text).toContain('it will change every day');
  expect(text).toContain('<img src=x onerror=window.fired=32>');
  expect(danger).toEqual([]);
  expect(fired).toBe(0);
}

// Both the page's own handlers and the ones an article might carry count in `window.fired`; it is emptied when the page has settled.
test.each(['payloads', 'payloads-strict'])(
  '%s: nothing of the article runs in overlay, popup or saved copy',
  async (path) => {
    const address = used.site.url(`/hostile/${path}.html`);
    const tab = await used.browser.open(address);
    const popup = await tab.pressToolbar();
    await popup.waitFor(() => document.querySelector('.page-body p'));
    await expectHarmless(popup);
    await popup.close();
    await tab.close();
    const overlay = await openOverlay(used, `/hostile/${path}.html`);
    await overlay.evaluate(() => {
      (window as unknown as { fired: number }).fired = 0;
      const image = document.createElement('img');
      document.body.append(image);
      // Broken pictures report before this one does.
      return new Promise((resolve) => {
        image.addEventListener('error', resolve);
        image.src = '/missing-too.png';
      });
    });
    await expectHarmless(overlay);
    const reader = await openSavedCopy(used, overlay);
    await expectHarmless(reader);
    await reader.close();
  },
);
