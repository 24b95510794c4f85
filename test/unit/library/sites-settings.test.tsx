// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Translate } from '../../../src/model/message-key.ts';
import { DEFAULT_READER_SETTINGS, styleOf } from '../../../src/model/settings/reader-settings.ts';
import { NO_SITE_SETTINGS, type SiteSettings } from '../../../src/model/settings/site-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

const access = vi.hoisted(() => ({
  dropAccess: vi.fn(async (_origins: string[]) => undefined),
  grantedOrigins: vi.fn(async (): Promise<string[]> => []),
  watchAccess: vi.fn<(onChange: () => void) => void>(),
}));
const fakes = vi.hoisted(() => ({
  allSiteSettings: vi.fn(),
  changeSiteSettings: vi.fn(),
  watchSiteSettings: vi.fn<(onChange: () => void) => void>(),
}));
vi.mock('../../../src/platform/host-access.ts', () => access);
vi.mock('../../../src/platform/site-settings.ts', () => fakes);
const { rememberSiteTheme } = await import('../../../src/ui/apply-theme.ts');
const { SitesSettings } = await import('../../../src/library/sites-settings.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const refuse = async () => Promise.reject(new Error('the storage does not answer'));
const show = () =>
  act(() =>
    render(
      <WordsProvider value={createWords(keyed, 'en')}>
        <SitesSettings />
      </WordsProvider>,
      document.body,
    ),
  );
const said = () => document.querySelector('.error')?.textContent ?? '';

afterEach(() => render(null, document.body));

test('sites that cannot be read are not reported as none, and are shown after a second try', async () => {
  fakes.allSiteSettings.mockImplementation(refuse);
  await show();
  await vi.waitFor(() => expect(said()).toContain('error_unexpected'));
  expect(document.body.textContent).not.toContain('settingsSitesNone');
  fakes.allSiteSettings.mockResolvedValue({});
  await act(() => document.querySelector<HTMLElement>('.error button')?.click());
  await vi.waitFor(() => expect(said()).toBe(''));
  expect(document.body.textContent).toContain('settingsSitesNone');
});

test('a failure to forget a site is reported, and a second attempt begins anew', async () => {
  fakes.allSiteSettings.mockResolvedValue({ 'news.example': { ...NO_SITE_SETTINGS, alwaysOpen: true } });
  fakes.changeSiteSettings.mockImplementationOnce(refuse).mockResolvedValue(undefined);
  await show();
  await vi.waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(1));
  await act(() => document.querySelector('button')?.click());
  await vi.waitFor(() => expect(said()).toContain('error_unexpected'));
  await act(() => document.querySelector('button')?.click());
  await vi.waitFor(() => expect(said()).toBe(''));
});

test('forgetting a site also removes its remembered theme, and no other', async () => {
  const sepia = { theme: 'sepia', ownPaper: '#ffffff', ownInk: '#000000' } as const;
  rememberSiteTheme('news.example', sepia);
  rememberSiteTheme('other.example', sepia);
  fakes.allSiteSettings.mockResolvedValue({ 'news.example': { ...NO_SITE_SETTINGS, alwaysOpen: true } });
  fakes.changeSiteSettings.mockResolvedValue(undefined);
  await show();
  await vi.waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(1));
  await act(() => document.querySelector('button')?.click());
  await vi.waitFor(() => expect(localStorage.getItem('theme.sites')).not.toContain('news.example'));
  expect(localStorage.getItem('theme.sites')).toContain('other.example');
});

test('no sites are said once they are read, and a late answer to an earlier reading does not replace the newer list', async () => {
  const { call, calls } = heldAnswers<[], Record<string, SiteSettings>>();
  fakes.allSiteSettings.mockImplementation(call);
  await show();
  expect(document.body.textContent).not.toContain('settingsSitesNone');
  fakes.watchSiteSettings.mock.lastCall?.[0]();
  await calls[1]?.answer({});
  expect(document.body.textContent).toContain('settingsSitesNone');
  await calls[0]?.answer({ 'news.example': { ...NO_SITE_SETTINGS, alwaysOpen: true } });
  expect(document.querySelectorAll('li')).toHaveLength(0);
});

test('a double click on Forget forgets one site, and not the next one, which takes its place', async () => {
  const [first, second] = ['a.example', 'b.example'];
  const kept = { ...NO_SITE_SETTINGS, alwaysOpen: true };
  fakes.allSiteSettings.mockResolvedValue({ [first]: kept, [second]: kept });
  fakes.changeSiteSettings.mockReset().mockImplementation(async () => {
    fakes.allSiteSettings.mockResolvedValue({ [second]: kept });
  });
  await show();
  await vi.waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(2));
  const click = (detail: number) =>
    act(
      () => void document.querySelector('li button')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail })),
    );
  await click(1);
  await vi.waitFor(() => expect(fakes.changeSiteSettings).toHaveBeenCalledOnce());
  await act(() => fakes.watchSiteSettings.mock.lastCall?.[0]());
  await vi.waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(1));
  await click(2);
  expect(fakes.changeSiteSettings.mock.calls.map(([site]) => site)).toEqual([first]);
});

/** Shows sites of which one has settings, one access, one both, beside access to all sites. */
async function showFour() {
  const style = styleOf(DEFAULT_READER_SETTINGS);
  fakes.allSiteSettings.mockResolvedValue({
    'style.example': { ...NO_SITE_SETTINGS, style },
    'both.example': { ...NO_SITE_SETTINGS, alwaysOpen: true, block: '#story' },
  });
  fakes.changeSiteSettings.mockReset().mockResolvedValue(undefined);
  access.dropAccess.mockClear();
  access.grantedOrigins.mockResolvedValue(['*://both.example/*', '*://*/*', '*://*.access.example/*']);
  onTestFinished(() => void access.grantedOrigins.mockResolvedValue([]));
  await show();
  await vi.waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(4));
}
const pressIn = (row: number) => act(() => document.querySelectorAll<HTMLElement>('li button')[row]?.click());

test('each site is listed with what is kept for it, by name, after access to all sites', async () => {
  await showFour();
  const rows = [...document.querySelectorAll('li')].map((row) => [
    row.querySelector('bdi')?.textContent,
    row.querySelector('small')?.textContent,
  ]);
  expect(rows).toEqual([
    ['permissionAllSites', 'settingsSiteAccess'],
    ['access.example', 'settingsSiteAccess'],
    ['both.example', 'settingsSiteAlwaysOpens · settingsSiteBlock · settingsSiteAccess'],
    ['style.example', 'settingsSiteOwnStyle'],
  ]);
});

test('forgetting a site takes back its own access and settings, and those of no other', async () => {
  await showFour();
  await pressIn(2);
  expect(fakes.changeSiteSettings.mock.calls).toEqual([['both.example', NO_SITE_SETTINGS]]);
  await vi.waitFor(() => expect(access.dropAccess.mock.calls).toEqual([[['*://both.example/*']]]));
  await pressIn(3);
  await pressIn(0);
  await vi.waitFor(() => expect(access.dropAccess.mock.calls.slice(1)).toEqual([[['*://*/*']]]));
  expect(fakes.changeSiteSettings.mock.calls.slice(1)).toEqual([['style.example', NO_SITE_SETTINGS]]);
});

test('access that was given or taken back elsewhere is shown', async () => {
  await showFour();
  access.grantedOrigins.mockResolvedValue([]);
  await act(() => access.watchAccess.mock.lastCall?.[0]());
  await vi.waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(2));
});
