import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/**
 * In Firefox a page may swallow a shortcut of an extension: the page's listeners come first, and `preventDefault` ends
 * the press (https://github.com/moosingin3space/wksp-for-firefox/issues/8). There the toolbar is the way in and out.
 */
const swallowsShortcuts = (path: string): boolean => used.browser.name === 'firefox' && path === 'key-thief';

async function openReader(path: string): Promise<Tab> {
  const tab = await used.browser.open(used.site.url(`/hostile/${path}.html`));
  if (swallowsShortcuts(path)) await pressInPopup(tab, /Full view/);
  else await tab.pressShortcut('toggle-reader');
  return tab;
}

async function pressInPopup(tab: Tab, name: RegExp): Promise<void> {
  const popup = await tab.pressToolbar();
  await popup.clickNamed(name, 'button');
  await popup.waitForClose();
}

const LAST_WORDS = 'it will change every day';

test.each([
  'strict-csp',
  'trusted-types-none',
  'css',
  'key-thief',
  'modal-after',
  'host-remover',
  'scripts',
  'popover',
  'named-elements',
])('%s: the whole article is shown and laid out, and Escape or Close restores the page', async (path) => {
  const tab = await openReader(path);
  const shown = await tab.waitFor(readOverlay);
  expect(shown.title).toContain('Bread by the weather');
  expect(shown.text).toContain(LAST_WORDS);
  if (path === 'key-thief') await tab.clickNamed('Close', 'button');
  else await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
});

test('a page that overwrites built-in prototypes does not break the reader', async () => {
  const tab = await openReader('prototype-overrides');
  // The page's own world cannot be trusted to answer here, so the accessibility tree is asked.
  const named = (role: string) => accessibleNames(tab, role);
  await expect.poll(() => named('dialog')).not.toEqual([]);
  await expect.poll(() => named('button')).toContain('Close');
  await tab.clickNamed('Close', 'button');
  await expect.poll(() => named('dialog')).toEqual([]);
});

test('a page with elements named like all properties of a document does not prevent the reader from opening', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const isHidden = await tab.evaluate(() => {
    const names: string[] = [];
    for (let at = Document.prototype; 'nodeType' in at; at = Object.getPrototypeOf(at))
      names.push(...Object.getOwnPropertyNames(at));
    const named = names.map((name) => `<img name="${name}"><form name="${name}"></form>`);
    document.body.insertAdjacentHTML('beforeend', named.join(''));
    return typeof document.createElementNS !== 'function';
  });
  expect(isHidden).toBe(true);
  await tab.pressShortcut('toggle-reader');
  // In the page's own world nothing can be asked of the document any more.
  const named = () => accessibleNames(tab);
  await expect.poll(named).toContain('Close');
  await expect.poll(named).toContain('The lighthouse keepers of Skerry Sound are going home');
  await tab.clickNamed('Close', 'button');
  await expect.poll(named).not.toContain('Close');
});

test('styles of the page do not reach the article', async () => {
  const tab = await openReader('css');
  await tab.waitFor(readOverlay);
  const style = await tab.evaluate(() => {
    const host = Array.from(document.documentElement.children).find((child) =>
      child.shadowRoot?.querySelector('.page'),
    );
    const paragraph = host?.shadowRoot?.querySelector('.page-body p');
    if (!paragraph) return null;
    const { color, letterSpacing, fontSize } = getComputedStyle(paragraph);
    const box = paragraph.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + 10, 40);
    const { currentCSSZoom: zoom } = paragraph;
    return { color, letterSpacing, fontSize, zoom, onTop: top === host };
  });
  expect(style).toMatchObject({ letterSpacing: 'normal', fontSize: '20px', onTop: true });
  expect(style?.zoom).toBeCloseTo(1);
  expect(style?.color).not.toBe('rgb(0, 255, 0)');
  // Some pages change it whenever the window's size changes, and some let all that changes change slowly.
  await tab.evaluate(() => {
    document.documentElement.style.transition = 'all 50ms';
    document.documentElement.style.setProperty('zoom', '3', 'important');
  });
  await tab.waitFor(() => {
    const hosts = Array.from(document.documentElement.children);
    const paragraph = hosts.map(({ shadowRoot }) => shadowRoot?.querySelector('.page-body p')).find((found) => found);
    return document.body.currentCSSZoom > 2.9 && Math.abs((paragraph?.currentCSSZoom ?? 0) - 1) < 0.01;
  });
});

/**
 * Sets every custom property that the sheets of an element's shadow root read, on the page's own root, and declares those
 * of the same names without Recto's prefix as lengths. Gives the elements of that shadow root of which anything has
 * changed. In Firefox it does not run in the page.
 */
function reachedByProperties(element: Element): string[] {
  const root = element.getRootNode() as ShadowRoot;
  const { ownerDocument: document } = element;
  const styles = () =>
    Array.from(root.querySelectorAll('*'), (shown) => {
      const style = document.defaultView?.getComputedStyle(shown);
      const names = Array.from(style ?? []).filter((name) => !name.startsWith('--'));
      return [shown.outerHTML.slice(0, 80), ...names.map((name) => `${name}: ${style?.getPropertyValue(name)}`)];
    });
  const rules = Array.from(root.adoptedStyleSheets, ({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText));
  const read = new Set(
    Array.from(
      rules
        .flat()
        .join()
        .matchAll(/var\((--[\w-]+)/g),
      ([, name]) => name,
    ),
  );
  if (read.size < 10) throw new Error('the sheets were not read');
  const before = styles();
  const sheet = document.head.appendChild(document.createElement('style'));
  const declared = Array.from(read, (name = '') => {
    const plain = name.replace('--r-', '--');
    return `@property ${plain} { syntax: "<length>"; inherits: false; initial-value: 3px }`;
  });
  sheet.textContent = `${declared.join(' ')} :root { ${Array.from(read, (name) => `${name}: 333px;`).join(' ')} }`;
  const after = styles();
  sheet.remove();
  return after.flatMap((style, at) => {
    const changed = style.filter((line, property) => line !== before[at]?.[property]);
    return changed.length > 0 ? `${style[0]} ${changed.slice(0, 3).join('; ')}` : [];
  });
}

test('custom properties that the page sets do not reach full view, nor do those that it declares by names such as --size', async () => {
  const tab = await openOverlay(used, '/en/handbook.html');
  await tab.clickNamed('Aa: Text and colours', 'button');
  expect(await tab.askNamed('Save', 'button', reachedByProperties)).toEqual([]);
  expect(await tab.askNamed('Recto', 'dialog', reachedByProperties)).toEqual([]);
});

test('a modal dialog that the page opens later does not stay above the reader', async () => {
  const tab = await openReader('modal-after');
  await tab.waitFor(readOverlay);
  await tab.waitFor(() => document.querySelector<HTMLDialogElement>('#late')?.open);
  await tab.waitFor(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.shadowRoot);
});

test('the reader comes back when the page removes its host element', async () => {
  const tab = await openReader('host-remover');
  await tab.waitFor(() => (window as unknown as { removed: number }).removed === 1);
  await tab.waitFor(readOverlay);
});

test('a page that cancels all key events cannot keep the reader open', async () => {
  const tab = await openReader('key-thief');
  await tab.waitFor(readOverlay);
  if (swallowsShortcuts('key-thief')) await pressInPopup(tab, /Back to the page/);
  else await pressShortcutAgain(tab, 'toggle-reader');
  await tab.waitFor(overlayIsGone);
});

test('no script of the article runs', async () => {
  const tab = await openReader('scripts');
  const fired = () => (window as unknown as { fired: number }).fired;
  const before = await tab.evaluate(fired);
  await tab.evaluate(() => void Object.assign(window, { fired: 0 }));
  await tab.waitFor(readOverlay);
  const links = await tab.evaluate(() => {
    const host = Array.from(document.documentElement.children).find((child) =>
      child.shadowRoot?.querySelector('.page'),
    );
    return Array.from(host?.shadowRoot?.querySelectorAll('a, svg, script, [onerror]') ?? []).map(
      (found) => found.outerHTML,
    );
  });
  expect(before).toBeGreaterThan(0);
  expect(links.filter((html) => /javascript:|onerror|onload|<script|<svg/.test(html))).toEqual([]);
  expect(await tab.evaluate(fired)).toBe(0);
});

test('a popover of the page is open again afterwards', async () => {
  const tab = await openReader('popover');
  await tab.waitFor(readOverlay);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.waitFor(() => document.querySelector('#hint')?.matches(':popover-open'));
});

test('a site cannot tell that Recto is installed before it is opened', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const found = await tab.evaluate(async (origin) => {
    const files = ['manifest.json', 'icons/icon-16.png', 'src/content/overlay.iife.js', 'src/library/library.html'];
    const answers = await Promise.all(
      files.map((file) =>
        fetch(`${origin}/${file}`).then(
          () => file,
          () => null,
        ),
      ),
    );
    return {
      answers: answers.filter(Boolean),
      scripts: document.scripts.length,
      children: document.documentElement.children.length,
    };
  }, used.browser.origin);
  expect(found).toEqual({ answers: [], scripts: 0, children: 2 });
});
