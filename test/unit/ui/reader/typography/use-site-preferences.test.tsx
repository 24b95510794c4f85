// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../../../src/model/errors/recto-error.ts';
import { DEFAULT_READER_SETTINGS, styleOf } from '../../../../../src/model/settings/reader-settings.ts';
import type { SiteSettings } from '../../../../../src/model/settings/site-settings.ts';
import {
  type PreferencesOnSite,
  useSitePreferences,
} from '../../../../../src/ui/reader/typography/use-site-preferences.ts';
import { heldAnswers } from '../../../fakes/held-answers.ts';

const SITE = 'news.example';

afterEach(() => act(() => render(null, document.body)));

const fail = vi.fn();
const changeAll = vi.fn();
const ALL = { settings: DEFAULT_READER_SETTINGS, change: changeAll, fail };

const NOTHING_KEPT: SiteSettings = { alwaysOpen: false, style: null, block: null };

/** What a page of the site has, drawn with what is `stored`; `current` is as of the last drawing. */
function showWith(source: Parameters<typeof useSitePreferences>[2], stored: SiteSettings | null) {
  const shown = {} as { current: PreferencesOnSite };
  function Probe() {
    shown.current = useSitePreferences(ALL, SITE, source, stored);
    return null;
  }
  act(() => render(<Probe />, document.body));
  return shown;
}

test('an older reading does not undo a change that is being written', async () => {
  let stored = NOTHING_KEPT;
  let announce = (_site: string): void => undefined;
  const reads: (() => void)[] = [];
  const source = {
    read: () => {
      const found = stored;
      return new Promise<SiteSettings>((resolve) => reads.push(() => resolve(found)));
    },
    change: async (_site: string, changed: Partial<SiteSettings>) => {
      stored = { ...stored, ...changed };
      announce(SITE);
    },
    watch: (onChange: (site: string) => void) => {
      announce = onChange;
    },
    askAlwaysOpen: async () => undefined,
  };
  const shown = showWith(source, stored);
  act(() => shown.current.site?.setOwnStyle(true));
  await act(async () => undefined);
  // Its own writing made it read again; the next change comes before that reading ends.
  act(() => shown.current.change({ textSize: 150 }));
  await act(async () => reads.shift()?.());
  act(() => shown.current.change({ theme: 'sepia' }));
  await act(async () => {
    for (const answer of reads.splice(0)) answer();
  });
  expect(shown.current.settings).toMatchObject({ textSize: 150, theme: 'sepia' });
  await expect.poll(() => stored.style).toMatchObject({ textSize: 150, theme: 'sepia' });
});

test('two changes in one turn are both kept', async () => {
  let stored = NOTHING_KEPT;
  const source = {
    read: async () => stored,
    change: async (_site: string, changed: Partial<SiteSettings>) => {
      stored = { ...stored, ...changed };
    },
    watch: () => undefined,
    askAlwaysOpen: async () => undefined,
  };
  const shown = showWith(source, stored);
  await act(async () => {
    const { site, change } = shown.current;
    site?.setOwnStyle(true);
    change({ textSize: 150 });
    change({ theme: 'sepia' });
  });
  expect(shown.current.settings).toMatchObject({ textSize: 150, theme: 'sepia' });
  await expect.poll(() => stored.style).toMatchObject({ textSize: 150, theme: 'sepia' });
});

test('a choice for a site that cannot be stored or requested is reported', async () => {
  const stored = NOTHING_KEPT;
  const source = {
    read: async () => stored,
    change: async () => Promise.reject(new Error('QUOTA_BYTES exceeded')),
    watch: () => undefined,
    askAlwaysOpen: async () => Promise.reject(new RectoError('no-answer')),
  };
  const shown = showWith(source, stored);
  await act(async () => shown.current.site?.setOwnStyle(true));
  await vi.waitFor(() => expect(fail).toHaveBeenLastCalledWith('settings-unkept'));
  await act(async () => shown.current.site?.setAlwaysOpen(true));
  await vi.waitFor(() => expect(fail).toHaveBeenLastCalledWith('no-answer'));
});

test('a change by another window while one is being written is shown afterwards', async () => {
  let stored = NOTHING_KEPT;
  let announce = (_site: string): void => undefined;
  const ends: (() => void)[] = [];
  const source = {
    read: async () => stored,
    change: (_site: string, changed: Partial<SiteSettings>) => {
      stored = { ...stored, ...changed };
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    watch: (onChange: (site: string) => void) => {
      announce = onChange;
    },
    askAlwaysOpen: async () => undefined,
  };
  const shown = showWith(source, stored);
  await act(async () => shown.current.site?.setOwnStyle(true));
  // Settings forget the site.
  await act(async () => {
    stored = NOTHING_KEPT;
    announce(SITE);
    await new Promise<void>((resolve) => setImmediate(resolve));
  });
  expect(shown.current.site?.hasOwnStyle).toBe(true);
  await act(async () => ends.shift()?.());
  await expect.poll(() => shown.current.site?.hasOwnStyle).toBe(false);
});

test('a choice sends only what was chosen, so that choices of another window stay', async () => {
  const change = vi.fn(async () => undefined);
  const style = styleOf(DEFAULT_READER_SETTINGS);
  const stored = { ...NOTHING_KEPT, style };
  const source = { read: async () => stored, change, watch: () => undefined, askAlwaysOpen: async () => undefined };
  const shown = showWith(source, stored);
  changeAll.mockClear();
  await act(async () => shown.current.change({ textSize: 150, focus: 'line' }));
  expect(change.mock.calls).toEqual([[SITE, { style: { ...style, textSize: 150 } }, { textSize: 150 }]]);
  // What is no style holds on every site.
  expect(changeAll.mock.calls).toEqual([[{ focus: 'line' }]]);
  await act(async () => shown.current.change({ focus: 'off' }));
  await act(async () => shown.current.change({ textSize: 110 }));
  expect([change.mock.calls.length, changeAll.mock.calls.length]).toEqual([2, 2]);
});

test('a late answer to an earlier reading of the settings of a site does not replace the later one', async () => {
  let announce = (_site: string): void => undefined;
  const { call: read, calls } = heldAnswers<[string], SiteSettings>();
  const watch = (onChange: (site: string) => void) => {
    announce = onChange;
  };
  const shown = showWith(
    { read, watch, change: async () => undefined, askAlwaysOpen: async () => undefined },
    NOTHING_KEPT,
  );
  announce(SITE);
  announce(SITE);
  await calls[2]?.answer(NOTHING_KEPT);
  await calls[1]?.answer({ ...NOTHING_KEPT, alwaysOpen: true });
  await calls[0]?.answer({ ...NOTHING_KEPT, alwaysOpen: true });
  expect(shown.current.site?.alwaysOpens).toBe(false);
});

test('settings of a site stay when they cannot be read again, and are unknown when they were never read', async () => {
  const own: SiteSettings = { ...NOTHING_KEPT, style: { ...styleOf(DEFAULT_READER_SETTINGS), textSize: 150 } };
  const read = vi.fn(async (): Promise<SiteSettings> => Promise.reject(new Error('not now')));
  const source = { read, change: vi.fn(), watch: () => undefined, askAlwaysOpen: async () => undefined };
  const shown = showWith(source, own);
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  expect(read).toHaveBeenCalledOnce();
  expect(shown.current.settings.textSize).toBe(150);
  const unread = showWith(source, null);
  await vi.waitFor(() => expect(unread.current.known).toBe(true));
  expect(unread.current.site?.hasOwnStyle).toBe(false);
});
