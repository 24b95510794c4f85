import { describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { useSurfaces } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser({ colorScheme: 'dark' });

/** Runs in a surface: what stands in place of pictures that did not come, and how those that did are softened. */
function readPictures() {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const body = (host?.shadowRoot ?? document).querySelector('.page-body');
  const images = Array.from(body?.querySelectorAll('img') ?? []).filter(({ naturalWidth }) => naturalWidth > 0);
  const missing = Array.from(body?.querySelectorAll('.missing') ?? [], ({ textContent }) => textContent);
  return { missing, filters: images.map((image) => getComputedStyle(image).filter) };
}

/** Runs in a surface: puts the first picture into the middle of the window, so that a press can reach it. */
function showFirstPicture(): void {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  (host?.shadowRoot ?? document)
    .querySelector('.page-body img')
    ?.scrollIntoView({ block: 'center', behavior: 'instant' });
}

const names = async (tab: Tab): Promise<string[]> =>
  (await tab.accessibilityTree()).map(({ role, name }) => `${role} ${name}`);

/** How wide the picture that is looked at by itself is drawn. */
const widthAlone = (tab: Tab): Promise<number> =>
  tab.askNamed('A row of brass pulleys', 'image', (element) =>
    element.closest('.lightbox') ? Math.round(element.getBoundingClientRect().width) : 0,
  );

/** What is written below the picture that is looked at by itself; nothing while there is none. */
const captionAlone = (tab: Tab): Promise<string> =>
  tab.askNamed('A row of brass pulleys', 'image', (element) => {
    const caption = element.closest('.lightbox')?.querySelector('.lightbox-caption');
    return caption?.checkVisibility() ? (caption.textContent ?? '') : '';
  });

/** Runs in a surface: how far it is scrolled after so many frames; a browser begins to scroll with the next. */
function scrolledAfterFrames(frames: number): Promise<number> {
  return new Promise((resolve) => {
    let left = frames;
    const next = () => {
      left -= 1;
      if (left < 0) resolve(Math.round(scrollY));
      else requestAnimationFrame(next);
    };
    next();
  });
}

describe('pictures', () => {
  const surfaces = useSurfaces(used, '/en/handbook.html');

  test('a picture that does not load leaves its description in a frame, and in a dark theme the others are dimmed', async () => {
    await surfaces.overlay.activate();
    await expect
      .poll(() => surfaces.overlay.evaluate(readPictures))
      .toEqual({
        missing: ['The drum and its pencil, drawn in 1881'],
        filters: ['brightness(0.88)', 'brightness(0.88)'],
      });
    // Of a person's own colours, their paper says whether it is dark.
    for (const [ownPaper, filter] of [
      ['#f4efe0', 'none'],
      ['#101418', 'brightness(0.88)'],
    ] as const) {
      const own = { 'settings.theme': 'own', 'settings.ownPaper': ownPaper };
      await surfaces.saved.evaluate((chosen) => chrome.storage.local.set(chosen), own);
      const filters = async () => (await surfaces.overlay.evaluate(readPictures)).filters;
      await expect.poll(filters).toEqual([filter, filter]);
    }
    await surfaces.saved.evaluate(() => chrome.storage.local.remove(['settings.theme', 'settings.ownPaper']));
    await surfaces.overlay.waitFor(
      () => !document.documentElement.lastElementChild?.shadowRoot?.querySelector('[data-theme="own"]'),
    );
  });

  test('a picture is enlarged by key, with caption, next picture and zoom, and Esc goes back to the article', async () => {
    const tab = surfaces.overlay;
    await tab.activate();
    await tab.press('v');
    await expect
      .poll(() => names(tab))
      .toEqual(expect.arrayContaining([expect.stringContaining('A harbour wall with a stone shaft beside it')]));
    await expect.poll(async () => (await names(tab)).join('\n')).toMatch(/button Next picture/);
    await tab.press('ArrowRight');
    await expect.poll(async () => (await names(tab)).join('\n')).toContain('A row of brass pulleys');
    await expect.poll(() => captionAlone(tab)).toBe('Pulleys of the Bidston machine.');
    // Its caption stands before the picture has come.
    await expect.poll(() => widthAlone(tab)).toBeGreaterThan(0);
    const fitting = await widthAlone(tab);
    await tab.clickNamed('Larger', 'button');
    await expect.poll(() => widthAlone(tab)).toBeGreaterThan(1.5 * fitting);
    await tab.clickNamed('Smaller', 'button');
    await expect.poll(() => widthAlone(tab)).toBe(fitting);
    await tab.press('Escape');
    await expect.poll(async () => (await names(tab)).join('\n')).not.toContain('button Next picture');
    await expect.poll(async () => (await names(tab)).join('\n')).toContain('How the tide was computed');
  });

  test('an enlarged picture stands in the middle of the window and above its caption, whole, also where it is wide or high', async () => {
    const tab = surfaces.saved;
    await tab.activate();
    await tab.press('v');
    for (const [width, height] of [
      [640, 360],
      [4000, 900],
      [900, 4000],
    ] as const) {
      const box = await tab.waitFor(
        (wide, high) => {
          const image = document.querySelector<HTMLImageElement>('.lightbox img');
          const stage = image?.closest('.lightbox-stage');
          if (!image?.naturalWidth || !stage) return null;
          image.src = `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}"/>`;
          const caption = document.querySelector('.lightbox-caption');
          if (caption) caption.textContent = 'The well at Leith, with the hut for the drum. '.repeat(12);
          return image.decode().then(() => {
            const { left, right, top, bottom } = image.getBoundingClientRect();
            const { top: above, bottom: below } = stage.getBoundingClientRect();
            return { off: Math.abs((left + right) / 2 - innerWidth / 2), cut: Math.max(above - top, bottom - below) };
          });
        },
        width,
        height,
      );
      expect([width, box.off < 1, box.cut < 1]).toEqual([width, true, true]);
    }
    await tab.press('Escape');
  });

  test('scrolling keys do not scroll the text of a saved copy while a picture is enlarged', async () => {
    const tab = surfaces.saved;
    await tab.activate();
    await tab.evaluate(() => scrollTo({ top: 60, behavior: 'instant' }));
    await tab.press('v');
    await tab.askNamed('Next picture', 'button', () => true);
    for (const key of ['End', 'PageDown', ' ']) {
      await tab.press(key);
      expect([key, await tab.evaluate(scrolledAfterFrames, 8)]).toEqual([key, 60]);
    }
    await tab.press('Escape');
    // Where no picture is in front, the same key scrolls.
    await tab.press('End');
    await tab.waitFor(() => scrollY > 60);
  });

  test('a picture that is enlarged by key has the focus as a whole, and none of its controls has it', async () => {
    const tab = surfaces.overlay;
    await tab.activate();
    await tab.press('v');
    for (const name of ['Next picture', 'Larger', 'Close'])
      expect(await tab.askNamed(name, 'button', (element) => element.matches(':focus'))).toBe(false);
    expect(await tab.askNamed('Pictures', 'dialog', (element) => element.matches(':focus'))).toBe(true);
    await tab.press('Escape');
  });

  test('in a saved copy the key works as soon as the text is there, before a frame is painted', async () => {
    const list = await used.browser.openRecto('library');
    await list.waitFor(() => performance.getEntriesByName('reader-in-place').length > 0);
    // No driver is as quick as a person who has the finger on the key already.
    await list.evaluate(() => {
      const press = () =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', bubbles: true, cancelable: true }));
      new MutationObserver((_changes, observer) => {
        if (!document.querySelector('.page-body img')) return;
        observer.disconnect();
        setTimeout(press);
      }).observe(document.body, { childList: true, subtree: true });
    });
    await list.click('main li[data-id] a');
    await list.waitFor(() => document.querySelector('.lightbox img'));
    await list.close();
  });

  test('a click on a picture enlarges it', async () => {
    const tab = surfaces.overlay;
    await tab.activate();
    await tab.evaluate(showFirstPicture);
    await tab.clickNamed('A harbour wall with a stone shaft beside it', 'image');
    await expect.poll(async () => (await names(tab)).join('\n')).toMatch(/button Next picture/);
    await tab.press('Escape');
  });

  test('a picture that was enlarged from the menu leaves no menu open when it is closed', async () => {
    const tab = surfaces.overlay;
    await tab.activate();
    await expect.poll(async () => (await names(tab)).join('\n')).not.toContain('button Next picture');
    await tab.press('x');
    await expect.poll(() => names(tab)).toContain('button Pictures');
    await tab.press('Tab');
    await tab.press('Enter');
    await expect.poll(async () => (await names(tab)).join('\n')).toMatch(/button Next picture/);
    await tab.press('Escape');
    await expect.poll(async () => (await names(tab)).join('\n')).toContain('How the tide was computed');
    expect(await names(tab)).not.toContain('button Copy as Markdown');
    // The page below never has the focus.
    expect(await tab.evaluate(() => document.activeElement === document.body)).toBe(false);
  });
});
