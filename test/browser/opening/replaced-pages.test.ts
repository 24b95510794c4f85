import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in the page: whether it opened a modal dialog, above which the reader stands by now. */
function readerIsAboveModal(): boolean {
  const above = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return document.querySelector('#late:modal') !== null && Boolean(above?.shadowRoot);
}

/** Has the page open a modal dialog, as for a newsletter, and waits until the reader is above it. */
async function coverByModal(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    const late = document.body.appendChild(document.createElement('dialog'));
    late.id = 'late';
    late.append(document.createElement('input'));
    late.showModal();
  });
  await tab.waitFor(readerIsAboveModal);
}

test('document.write in the page closes the reader without a trace, and the reader opens again', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  await tab.evaluate(() => {
    document.open();
    document.write('<title>Anew</title><h1>Written anew</h1>');
    document.close();
  });
  await tab.waitFor(overlayIsGone);
  expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  await pressShortcutAgain(tab, 'toggle-reader');
  await expect.poll(async () => (await tab.accessibilityTree()).map(({ role }) => role)).toContain('dialog');
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
});

test('the reader comes back each time a page moves it or replaces its whole document', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  await tab.evaluate(() => {
    const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot);
    document.body.append(host ?? '');
  });
  // Within the body it would be printed together with the page.
  await tab.waitFor(() =>
    document.documentElement.querySelector('body + div')?.shadowRoot?.querySelector('dialog:modal'),
  );
  await tab.evaluate(() => {
    const root = document.createElement('html');
    root.append(document.createElement('head'), document.createElement('body'));
    document.replaceChild(root, document.documentElement);
  });
  await tab.waitFor(readOverlay);
  await tab.evaluate(() => document.documentElement.lastElementChild?.remove());
  await tab.waitFor(readOverlay);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
});

test('a page that removes the reader again and again does not hang', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  await tab.clickNamed('Aa: Text and colours', 'button');
  await tab.evaluate(() => {
    const isOurs = (child: Element) => child.shadowRoot !== null;
    const remove = () => Array.from(document.documentElement.children).find(isOurs)?.remove();
    new MutationObserver(remove).observe(document.documentElement, { childList: true });
    remove();
  });
  await tab.waitFor(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))));
  await pressShortcutAgain(tab, 'toggle-reader');
  await tab.waitFor(overlayIsGone);
});

test('after the page opens a modal dialog, Space still scrolls the article and presses no control', async () => {
  const tab = await openOverlay(used, '/en/news.html');
  await coverByModal(tab);
  await tab.press(' ');
  await tab.waitFor(() => {
    const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot);
    return (host?.shadowRoot?.querySelector('dialog')?.scrollTop ?? 0) > 0;
  });
  expect(await accessibleNames(tab)).toContain('Save');
});

test.each(['auto', 'manual'])(
  'a popover that the page opens later does not stay above the reader: %s',
  async (kind) => {
    const tab = await openOverlay(used, '/en/news.html');
    // Below a modal dialog a popover is inert, and nothing at a point says what is seen there. The dialog tells when it is shown anew.
    const shownAnew = await tab.evaluate((type) => {
      const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot);
      const dialog = host?.shadowRoot?.querySelector('dialog');
      dialog?.addEventListener('close', () => dialog.setAttribute('data-anew', String(dialog.open)));
      const late = document.body.appendChild(document.createElement('div'));
      late.popover = type;
      late.showPopover();
      return dialog?.getAttribute('data-anew');
    }, kind);
    expect(shownAnew).toBeNull();
    await tab.waitFor(() => {
      const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot);
      return host?.shadowRoot?.querySelector('dialog[data-anew="true"]');
    });
    await tab.press('Escape');
    await tab.waitFor(overlayIsGone);
  },
);

test.each(['open', 'closed'] as const)(
  'a popover that the page opens in a shadow tree of its own does not stay above the reader: %s, there before and come later',
  async (mode) => {
    const tab = await used.browser.open(used.site.url('/en/news.html'));
    await tab.evaluate((kind) => {
      const page = globalThis as { openInTree?: () => HTMLElement };
      page.openInTree = () => {
        const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: kind });
        const popover = root.appendChild(document.createElement('div'));
        popover.popover = 'manual';
        popover.textContent = 'Cookies?';
        return popover;
      };
      Object.assign(page, { early: page.openInTree() });
    }, mode);
    await tab.pressShortcut('toggle-reader');
    await tab.waitFor(readOverlay);
    for (const which of ['early', 'late'])
      await tab.waitFor((name) => {
        const page = globalThis as { openInTree?: () => HTMLElement; early?: HTMLElement };
        const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot);
        const dialog = host?.shadowRoot?.querySelector('dialog');
        if (!dialog || !page.openInTree) return null;
        // The dialog tells when it is shown anew.
        dialog.addEventListener('close', () => dialog.setAttribute('data-anew', name), { once: true });
        const popover = (name === 'early' && page.early) || page.openInTree();
        popover.hidePopover();
        popover.showPopover();
        return dialog.open && dialog.dataset['anew'] === name;
      }, which);
    await tab.press('Escape');
    await tab.waitFor(overlayIsGone);
  },
);

test.each(['a dialog without controls', 'three popovers'])(
  'the reader puts itself above what the page opens once: %s',
  async (what) => {
    const tab = await openOverlay(used, '/en/news.html');
    const times = await tab.evaluate(async (opened) => {
      const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot);
      const dialog = host?.shadowRoot?.querySelector('dialog');
      let closed = 0;
      const first = new Promise<void>((resolve) =>
        dialog?.addEventListener('close', () => {
          closed += 1;
          resolve();
        }),
      );
      if (opened === 'three popovers') {
        for (const text of ['one', 'two', 'three']) {
          const late = document.body.appendChild(document.createElement('div'));
          late.popover = 'manual';
          late.textContent = text;
          late.showPopover();
        }
      } else {
        const late = document.body.appendChild(document.createElement('dialog'));
        late.textContent = 'One moment';
        late.showModal();
      }
      await first;
      // What the focus then does, and events that come later, are over after a few turns.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
      return closed;
    }, what);
    expect(times).toBe(1);
    await tab.press('Escape');
    await tab.waitFor(overlayIsGone);
  },
);

test('a frame of the page that takes the focus gets no keys; the reader does', async () => {
  used.site.serve('/frame.html', '<!doctype html><input value="Ada">');
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.addEventListener('load', resolve, { once: true });
        frame.src = '/frame.html';
        document.body.prepend(frame);
      }),
  );
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('input')?.focus());
  await tab.waitFor(() => !document.activeElement?.matches('iframe'));
  await tab.press('x');
  await expect.poll(() => accessibleNames(tab)).toContain('Print');
  expect(
    await tab.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('input')?.value),
  ).toBe('Ada');
  await tab.press('Escape');
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
});

test('an enlarged picture stays above the article after the page opens a modal dialog', async () => {
  const tab = await openOverlay(used, '/en/gallery.html');
  await tab.press('v');
  const isSeen = () =>
    tab.askNamed('Next picture', 'button', (control) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      const root = control.getRootNode() as ShadowRoot;
      return root.elementFromPoint(x + width / 2, y + height / 2)?.closest('button') === control;
    });
  await expect.poll(isSeen).toBe(true);
  await coverByModal(tab);
  await expect.poll(isSeen).toBe(true);
  await tab.press('Escape');
  await expect.poll(() => accessibleNames(tab)).not.toContain('Next picture');
  expect(await tab.evaluate(readOverlay)).not.toBeNull();
});
