// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReaderBar } from '../../../../src/ui/reader/bar/reader-bar.tsx';
import { type Panel, ReaderPanel } from '../../../../src/ui/reader/reader-panel.tsx';
import type { ReaderPreferences } from '../../../../src/ui/reader/reader-surface.ts';

const root = () => document.querySelector('#root') as HTMLElement;
const scroller = () => document.querySelector('main') as HTMLElement;
const focused: boolean[] = [];

beforeEach(() => {
  document.body.innerHTML = '<main tabindex="-1"><a href="#x" id="link">In the text</a><div id="root"></div></main>';
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  focused.length = 0;
});
afterEach(() => act(() => render(null, root())));

interface Drawn {
  panel?: Panel | null;
  archive?: boolean;
  letterKeys?: boolean;
}

/** The bar with what stands in it, and the panel that is open below it. */
function draw({ panel = null, archive = true, letterKeys = true }: Drawn): void {
  const nothing = () => undefined;
  const props = {
    translate: (key: string) => (key === 'localeTag' ? 'en' : key),
    locale: 'en',
    lang: 'en',
    toggleKey: null,
    run: nothing,
  } as const;
  const actions = { print: nothing, keys: nothing, 'copy-link': nothing };
  const preferences = { settings: { letterKeys } } as ReaderPreferences;
  const bar = {
    label: 'Bar',
    scroller: scroller(),
    shown: true,
    overText: false,
    end: <button type="button">More</button>,
  };
  act(() =>
    render(
      <ReaderBar
        {...bar}
        onFocus={(inside) => focused.push(inside)}
        start={archive && <button type="button">Archive</button>}
      >
        {panel && (
          <ReaderPanel key={panel} {...props} {...{ panel, actions, preferences }} {...({} as { contents: never })} />
        )}
      </ReaderBar>,
      root(),
    ),
  );
}
const press = (label: string) =>
  [...root().querySelectorAll('button')].find(({ textContent }) => textContent === label)?.focus();

test('a panel takes the focus, so that Tab leads into it, and gives it back when it closes', () => {
  draw({});
  document.querySelector<HTMLElement>('#link')?.focus();
  draw({ panel: 'more' });
  expect(document.activeElement?.className).toContain('more-menu');
  draw({ panel: 'keys' });
  expect(document.activeElement?.className).toContain('key-sheet');
  draw({});
  expect(document.activeElement?.id).toBe('link');
});

test('focus that was moved from the panel into the text stays there', () => {
  draw({ panel: 'more' });
  document.querySelector<HTMLElement>('#link')?.focus();
  draw({});
  expect(document.activeElement?.id).toBe('link');
});

test('the text gets the focus of a control that disappears, and the bar knows that it has lost it', () => {
  draw({});
  press('Archive');
  draw({ archive: false });
  expect(document.activeElement).toBe(scroller());
  expect(focused).toEqual([true, false]);
  press('More');
  draw({});
  expect(document.activeElement?.textContent).toBe('More');
});

test('without letter shortcuts neither the sheet nor a tooltip names one', () => {
  const sheet = () => [...document.querySelectorAll('kbd')].map(({ textContent }) => textContent);
  const tips = () => [...document.querySelectorAll<HTMLElement>('.more-menu button')].map(({ title }) => title);
  draw({ panel: 'keys' });
  expect(sheet()).toEqual(['Y', 'P', '?']);
  draw({ panel: 'keys', letterKeys: false });
  expect(sheet()).toEqual(['?']);
  draw({ panel: 'more' });
  expect(tips()).toEqual(['readerCopyLink (Y)', 'readerPrint (P)', 'readerKeys (?)']);
  draw({ panel: 'more', letterKeys: false });
  expect(tips()).toEqual(['', '', 'readerKeys (?)']);
});
