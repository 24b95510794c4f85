import { beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { useSurfaces } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a surface: where the article stands, and what is open beside it. */
function readWay() {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const root = host?.shadowRoot ?? document;
  const scroller = root.querySelector('dialog') ?? document.documentElement;
  const headings = Array.from(root.querySelectorAll<HTMLElement>('.page-body :is(h2, h3)'));
  return {
    top: Math.round(scroller.scrollTop),
    /** The heading that stands in the upper part of the window. */
    atTop: headings.find((heading) => Math.abs(heading.getBoundingClientRect().top - 72) < 60)?.textContent ?? null,
    note: root.querySelector('.note-popover')?.textContent ?? null,
    focus: root.activeElement?.textContent?.slice(0, 20) ?? null,
    address: location.href,
    history: history.length,
  };
}

/** Runs in a surface: scrolls without a pointer; 0 is the top, 1 the end. */
function scrollTo(share: number): void {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const scroller = host?.shadowRoot?.querySelector('dialog') ?? document.documentElement;
  scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
}

/** Runs in a surface: puts the keyboard's focus on the first mark of a note. */
function focusFirstMark(): void {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  (host?.shadowRoot ?? document).querySelector<HTMLElement>('.page-body sup a')?.focus();
}

/** Runs in a surface: which anchors of the text look like links. */
function readUnderlined() {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const anchors = Array.from((host?.shadowRoot ?? document).querySelectorAll<HTMLElement>('.page-body p a'));
  const isUnderlined = (anchor: HTMLElement) => getComputedStyle(anchor).textDecorationLine === 'underline';
  return anchors.map((anchor) => ({ hasAddress: anchor.hasAttribute('href'), underlined: isUnderlined(anchor) }));
}

const SECTIONS = ['The machines', 'Ten pulleys and a wire', 'Forty pulleys', 'The readings', 'The sum', 'What is left'];
const surfaces = useSurfaces(used, '/en/handbook.html');

/** The section that the contents mark as the current one. */
const currentSection = (tab: Tab): Promise<string | null> =>
  tab.askNamed('The sum', 'button', (button) => {
    const marked = button.closest('nav')?.querySelectorAll('[aria-current="location"]');
    return marked?.length === 1 ? (marked[0]?.textContent ?? null) : null;
  });

/** What the bar says of how much is read, in per cent, and of the minutes that are left. */
const progress = (tab: Tab): Promise<{ read: number; left: string }> =>
  tab.askNamed('Read so far', 'progressbar', (line) => ({
    read: Number(line.getAttribute('aria-valuenow')),
    left: (line.getRootNode() as Document | ShadowRoot).querySelector('.reader-left')?.textContent ?? 'not told',
  }));

describe.each(['overlay', 'saved'] as const)('navigation in the article: %s', (surface) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = surfaces[surface];
    await tab.activate();
    await tab.evaluate(scrollTo, 0);
  });

  test('the contents beside the text lead to a section, and a control and a key lead back', async () => {
    await expect.poll(() => accessibleNames(tab, 'button')).toEqual(expect.arrayContaining(SECTIONS));
    const before = await tab.evaluate(readWay);
    await tab.clickNamed('The sum', 'button');
    await expect.poll(() => tab.evaluate(readWay)).toMatchObject({ atTop: 'The sum', focus: 'The sum' });
    await expect.poll(() => currentSection(tab)).toBe('The sum');
    await tab.clickNamed('Back to your place', 'button');
    await expect.poll(() => tab.evaluate(readWay)).toMatchObject({ top: before.top });
    await expect.poll(() => accessibleNames(tab, 'button')).not.toContain('Back to your place');
    await expect.poll(() => currentSection(tab)).not.toBe('The sum');
    // A link within the text leads the same way, and changes neither address nor history.
    await tab.clickNamed('the sum', 'link');
    await expect.poll(() => tab.evaluate(readWay)).toMatchObject({ atTop: 'The sum' });
    await tab.press('b');
    await expect.poll(() => tab.evaluate(readWay)).toMatchObject({ top: before.top });
    expect(await tab.evaluate(readWay)).toMatchObject({ address: before.address, history: before.history });
  });

  test('a link is underlined, and an anchor without an address is not', async () => {
    const anchors = await tab.evaluate(readUnderlined);
    expect(anchors).toContainEqual({ hasAddress: true, underlined: true });
    expect(anchors).toContainEqual({ hasAddress: false, underlined: false });
    expect(anchors).not.toContainEqual({ hasAddress: false, underlined: true });
  });

  test('a footnote opens beside its mark by click and by key, and Esc closes only the footnote', async () => {
    await tab.clickNamed('1');
    await expect.poll(async () => (await tab.evaluate(readWay)).note).toContain('For as long as the harbour keeps');
    expect((await tab.evaluate(readWay)).note).not.toContain('↩');
    await tab.press('Escape');
    await expect.poll(async () => (await tab.evaluate(readWay)).note).toBeNull();
    await tab.evaluate(focusFirstMark);
    await tab.press('Enter');
    await expect
      .poll(() => tab.evaluate(readWay))
      .toMatchObject({ note: expect.any(String), focus: expect.stringMatching(/^For as long/) });
    await tab.press('Escape');
    await expect.poll(() => tab.evaluate(readWay)).toMatchObject({ note: null, focus: '1' });
  });

  test('the share that was read and the minutes left are shown, from the first line to the last', async () => {
    await tab.evaluate(scrollTo, 0);
    // What the first window shows counts as read.
    await expect.poll(async () => (await progress(tab)).read).toBeLessThan(20);
    const top = await progress(tab);
    expect(top.left).toMatch(/^\d+ min left$/);
    await tab.evaluate(scrollTo, 0.6);
    await expect.poll(async () => (await progress(tab)).read).toBeGreaterThan(top.read + 30);
    const middle = await progress(tab);
    expect(middle.read).toBeLessThan(90);
    expect(Number.parseInt(middle.left, 10)).toBeLessThan(Number.parseInt(top.left, 10));
    await tab.evaluate(scrollTo, 1);
    await expect.poll(() => progress(tab)).toEqual({ read: 100, left: '' });
  });

  test('the contents can be hidden by key, and stay hidden', async () => {
    await tab.press('c');
    await expect.poll(() => accessibleNames(tab, 'button')).not.toContain('The sum');
    await tab.press('c');
    await expect.poll(() => accessibleNames(tab, 'button')).toContain('The sum');
  });
});
