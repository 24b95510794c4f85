import { beforeEach, describe, expect, test } from 'vitest';
import type { Popup, Tab } from '../driver/browser-driver.ts';
import { restingPoint } from '../driver/resting-point.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { boxesOf } from '../steps/boxes-of.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
let tab: Tab;

const titleOf = (popup: Popup) =>
  popup.waitFor(() => document.querySelector('.page-body p') && document.querySelector('h1')?.innerText);
const openAt = async (path: string): Promise<Popup> => {
  tab = await used.browser.open(used.site.url(path));
  return tab.pressToolbar();
};

/**
 * To the end by key, as often as it takes: what is still being laid out makes an article longer. Each time the scrolling
 * comes to rest first, since Firefox begins it anew with each key. Gives the place, in px.
 */
async function readToEnd(popup: Popup): Promise<number> {
  const press = async () => {
    await popup.press('End');
    await restingPoint(popup, async () => ({ x: 0, y: (await popup.evaluate(readPlace)).top }));
    return popup.evaluate(readPlace);
  };
  const atEnd = { left: 0, focused: 'main', visibility: 'visible' };
  await expect.poll(async () => ({ ...(await press()), top: undefined })).toEqual(atEnd);
  const { top } = await press();
  expect(top).toBeGreaterThan(0);
  return top;
}

/** Where the article stands, how much is left of it below, in px, what has the focus, and whether it can be seen. */
function readPlace() {
  const main = document.querySelector('main');
  if (!main) throw new Error('There is no article');
  return {
    top: main.scrollTop,
    left: Math.max(0, main.scrollHeight - 1 - main.scrollTop - main.clientHeight),
    focused: document.activeElement?.localName,
    visibility: document.visibilityState,
  };
}

describe('an article', () => {
  test('is shown with its title, and the four controls have their names', async () => {
    const popup = await openAt('/en/news.html');
    expect(await titleOf(popup)).toContain('Skerry');
    await expect
      .poll(() => accessibleNames(popup, 'button'))
      .toEqual(expect.arrayContaining(['Save', 'Full view', 'Reading list']));
    expect(await popup.evaluate(() => [innerWidth <= 800, innerHeight <= 600])).toEqual([true, true]);
    await popup.close();
  });

  test('shows a frame with the description for a picture that does not load, as full view does', async () => {
    const popup = await openAt('/en/handbook.html');
    await titleOf(popup);
    await expect
      .poll(() => popup.evaluate(() => Array.from(document.querySelectorAll('.missing'), (frame) => frame.textContent)))
      .toEqual(['The drum and its pencil, drawn in 1881']);
    await popup.close();
  });

  test('is read ahead while Chromium opens the popup, and not in Firefox, which opens it before the click is over', async () => {
    const isChromium = used.browser.name === 'chromium';
    const recto = await used.browser.openRecto('permission');
    await recto.waitFor(async (own) => (await chrome.action.getPopup({})).includes('popup.html') !== own, isChromium);
    await recto.close();
    const popup = await openAt('/en/news.html');
    await titleOf(popup);
    const taken = await popup.evaluate(async () => {
      const [page] = await chrome.tabs.query({ active: true, currentWindow: true });
      const func = () => 'rectoAhead' in globalThis && globalThis['rectoAhead' as never] === undefined;
      const [frame] = await chrome.scripting.executeScript({ target: { tabId: page?.id ?? -1 }, func });
      return frame?.result;
    });
    expect(taken).toBe(isChromium);
    await popup.close();
  });

  test('shows next time that the page is saved, and can delete and restore it', async () => {
    const popup = await openAt('/en/pictures.html');
    await titleOf(popup);
    const fullView = '.popup-bar button:nth-of-type(2)';
    const before = await popup.waitFor(boxesOf, fullView);
    await popup.clickNamed('Save', 'button');
    await popup.waitFor(() => /Saved/.test(document.querySelector('.popup-bar')?.textContent ?? ''));
    // The longer word moves nothing from under the pointer.
    expect(await popup.evaluate(boxesOf, fullView)).toEqual(before);
    await popup.close();
    const again = await tab.pressToolbar();
    await again.waitFor(() => /Saved/.test(document.querySelector('.popup-bar')?.textContent ?? ''));
    await again.press('s');
    await again.waitFor(() => document.querySelector('.popup-head .notice'));
    expect(await again.evaluate(() => document.querySelector('.popup-head')?.textContent)).toContain('Delete');
    await again.clickNamed('Delete', 'button');
    await again.clickNamed('Undo', 'button');
    await again.waitFor(() => /Saved/.test(document.querySelector('.popup-bar')?.textContent ?? ''));
    await again.press('Delete');
    await again.waitFor(() => !/Saved/.test(document.querySelector('.popup-bar')?.textContent ?? 'Saved'));
    await again.close();
  });

  test('opens where it was left, although the page was not saved', async () => {
    const paragraph =
      '<p>The tide came in over the flats and the birds went up in one long sheet, turned, and settled again.</p>';
    const long = `<title>Long</title><article><h1>A long article</h1>${paragraph.repeat(80)}</article>`;
    used.site.serve('/long.html', long, { 'content-type': 'text/html' });
    const popup = await openAt('/long.html');
    await titleOf(popup);
    // The keys scroll the article even where nothing has the focus, as Firefox sometimes opens a popup.
    await popup.evaluate(() => (document.activeElement as HTMLElement).blur());
    const left = await readToEnd(popup);
    // The place is kept while one reads, not when the popup closes.
    await popup.waitFor(async () => {
      const edge = document.querySelector('main')?.getBoundingClientRect().top ?? 0;
      const shown = [...document.querySelectorAll('.page-body p')];
      const first = shown.findIndex((paragraph) => paragraph.getBoundingClientRect().bottom > edge + 2);
      const kept = Object.values(await chrome.storage.session.get(null));
      return kept.some((place) => Math.abs(((place as { block?: number }).block ?? -9) - first) <= 1);
    });
    await popup.close();
    const again = await tab.pressToolbar();
    await titleOf(again);
    const off = async () =>
      Math.abs((await again.evaluate(() => document.querySelector('main')?.scrollTop ?? 0)) - left);
    await expect.poll(off).toBeLessThan(60);
    await again.close();
  });
});

describe('the tab goes elsewhere while the popup is open', () => {
  test('the old article is never shown for the new address', async () => {
    const popup = await openAt('/spa/index.html');
    const before = await titleOf(popup);
    await tab.evaluate(() => document.querySelector<HTMLElement>('#next')?.click());
    await popup.waitFor((old: string) => {
      const title = document.querySelector('h1')?.innerText;
      return title && title !== old && document.querySelector('.page-body p');
    }, before);
    await popup.close();
  });
});

describe('full view', () => {
  beforeEach(async () => {
    const popup = await openAt('/de/news.html');
    await titleOf(popup);
    await popup.clickNamed(/Full view/, 'button');
    await popup.waitForClose();
    await tab.waitFor(readOverlay);
  });

  test('opens in the tab; the popup then shows the same article and the way back', async () => {
    const popup = await tab.pressToolbar();
    const title = await titleOf(popup);
    expect(title).toBe(await tab.evaluate(() => document.querySelector('h1')?.textContent?.trim()));
    await popup.clickNamed(/Back to the page/, 'button');
    await popup.waitForClose();
    const after = await tab.pressToolbar();
    await titleOf(after);
    await after.waitFor(() => document.querySelector('.popup-bar')?.textContent?.includes('Full view'));
    await after.close();
  });
});

test('a ring tells that Tab has come to the article, and none stands around it from the first or after a panel', async () => {
  const sentence =
    'The keepers went down to the shore each day, rain or shine, and wrote down what the tide had brought. ';
  const text = `<p>${sentence.repeat(4)}</p>`.repeat(9);
  used.site.serve(
    '/no-links.html',
    `<!doctype html><title>The tide</title><article><h1>The tide</h1>${text}</article>`,
  );
  const popup = await openAt('/no-links.html');
  await titleOf(popup);
  const ring = () =>
    popup.evaluate(() => {
      const main = document.querySelector('main');
      return main === document.activeElement && main ? getComputedStyle(main).outlineStyle : 'elsewhere';
    });
  await expect.poll(ring).toBe('none');
  for (const shown of ['elsewhere', 'none']) {
    await popup.press('a');
    await expect.poll(ring).toBe(shown);
  }
  // Before the first control and after the last there is nothing else in the popup.
  for (const [away, back] of [
    ['Shift+Tab', 'Tab'],
    ['Tab', 'Shift+Tab'],
  ] as const) {
    await popup.press(away);
    await expect.poll(ring).toBe('elsewhere');
    await popup.press(back);
    await expect.poll(ring).toBe('solid');
  }
  await popup.close();
  const other = await openAt('/not-articles/search.html');
  await other.waitFor(() => document.querySelector('.popup-reason'));
  expect(await other.evaluate(() => document.querySelector('main')?.ariaLabel)).toBeNull();
  await other.close();
});

test('the key l switches to the list and back to the reading position, with the focus', async () => {
  const popup = await openAt('/zh-Hans/handbook.html');
  await titleOf(popup);
  const left = await readToEnd(popup);
  await popup.press('l');
  await popup.waitFor(() => document.querySelector('.list-view'));
  expect(await popup.evaluate(() => document.querySelector('main')?.scrollTop)).toBe(0);
  await popup.clickNamed('Article', 'button');
  await popup.waitFor((top) => Math.abs((document.querySelector('main')?.scrollTop ?? 0) - top) < 2, left);
  await popup.waitFor(() => document.activeElement?.localName === 'main');
  await popup.close();
});

test('Save keeps the focus, and the article gets the focus of a control that disappears', async () => {
  const popup = await openAt('/en/news.html');
  await titleOf(popup);
  for (const _control of ['Reading list', 'Aa', 'Full view', 'Save']) await popup.press('Shift+Tab');
  const focused = () => document.activeElement?.textContent ?? '';
  await popup.waitFor(() => document.activeElement?.textContent === 'Save');
  await popup.press('Enter');
  await popup.waitFor(() => document.querySelector('.popup-notices .notice'));
  await expect.poll(() => popup.evaluate(focused)).toMatch(/^Saved/);
  await popup.clickNamed('Undo', 'button');
  await popup.waitFor(() => document.activeElement?.localName === 'main');
  await popup.close();
});

test('what was just saved gets a tag by key, which is offered again, and Undo takes it away', async () => {
  const popup = await openAt('/en/no-doctype.html');
  await titleOf(popup);
  await popup.clickNamed('Save', 'button');
  const text = await popup.waitFor(boxesOf, '.page');
  await popup.clickNamed('Tags', 'button');
  await popup.waitFor(() => document.activeElement?.matches('.tag-dialog input'));
  // The article stands where it stood, below the dialog.
  expect(await popup.evaluate(boxesOf, '.page')).toEqual(text);
  expect(await popup.evaluate(() => document.querySelector('main')?.clientHeight)).toBeGreaterThan(400);
  // Letters are no keys of the article here: `e` would archive it.
  await popup.type('sea');
  await popup.press('Enter');
  await popup.waitFor(() => document.querySelector<HTMLInputElement>('.tag-dialog li input')?.checked);
  await popup.press('Enter');
  await popup.waitFor(() => document.querySelector('.popup-notices')?.textContent?.startsWith('Tags changed'));
  expect(await popup.evaluate(() => document.querySelector('.tag-dialog'))).toBe(null);
  await popup.waitFor(() => document.activeElement?.localName === 'main');
  await popup.press('s');
  await popup.clickNamed('Tags', 'button');
  const tags = () =>
    [...document.querySelectorAll('.tag-dialog label')].map((label) => [
      label.textContent,
      label.querySelector('input')?.checked,
    ]);
  await expect.poll(() => popup.evaluate(tags)).toEqual([['sea1', true]]);
  await popup.clickNamed('Cancel', 'button');
  await popup.press('u');
  await popup.waitFor(() => document.querySelector('.popup-notices')?.textContent?.includes('Undone'));
  // What Saved offers is still open.
  await popup.clickNamed('Tags', 'button');
  await expect.poll(() => popup.evaluate(tags)).toEqual([]);
  await popup.clickNamed('Cancel', 'button');
  await popup.press('t');
  await popup.waitFor(() => document.querySelector('.tag-dialog'));
  await popup.close();
});

// Firefox closes its popup before the page in it hears of the key.
test.runIf(process.env['RECTO_TEST_BROWSER'] === 'chromium')(
  'Esc closes the panel below the bar and not the popup',
  async () => {
    const popup = await openAt('/en/news.html');
    await titleOf(popup);
    for (const open of [() => popup.press('a'), () => popup.clickNamed(/Text and colours/, 'button')]) {
      await open();
      await popup.waitFor(() => document.querySelector('.popup-drop'));
      await popup.press('Escape');
      await popup.waitFor(() => !document.querySelector('.popup-drop'));
    }
    expect(await titleOf(popup)).toContain('Skerry');
    await popup.close();
  },
);
