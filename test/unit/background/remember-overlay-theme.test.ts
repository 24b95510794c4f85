// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import type { SiteSettings } from '../../../src/model/settings/site-settings.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

const site = vi.hoisted(() => ({ askSiteSettings: vi.fn(), watchSiteSettings: vi.fn() }));
const remembered = vi.hoisted(() => ({ rememberTheme: vi.fn(), rememberSiteTheme: vi.fn() }));
vi.mock('../../../src/platform/settings-source.ts', () => ({ SETTINGS_SOURCE: { watch: () => undefined } }));
vi.mock('../../../src/platform/site-settings.ts', () => site);
vi.mock('../../../src/ui/apply-theme.ts', () => remembered);
const { rememberOverlayTheme } = await import('../../../src/background/remember-overlay-theme.ts');

afterEach(() => vi.clearAllMocks());

test('the later of two changes of a site is remembered, although storage may answer in the other order', async () => {
  const { call, calls } = heldAnswers<[string], Pick<SiteSettings, 'style'>>();
  site.askSiteSettings.mockImplementation(call);
  rememberOverlayTheme();
  const change = site.watchSiteSettings.mock.lastCall?.[0];
  change('news.example');
  change('news.example');
  const sepia = { theme: 'sepia' } as SiteSettings['style'];
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(0));
  await calls[1]?.answer({ style: null });
  await calls[0]?.answer({ style: sepia });
  await calls[1]?.answer({ style: null });
  expect(remembered.rememberSiteTheme.mock.lastCall).toEqual(['news.example', null]);
});

test('a theme that cannot be remembered does not block the next one', async () => {
  site.askSiteSettings.mockResolvedValue({ style: null });
  remembered.rememberSiteTheme.mockImplementationOnce(() => {
    throw new Error('the disk is full');
  });
  rememberOverlayTheme();
  const change = site.watchSiteSettings.mock.lastCall?.[0];
  change('news.example');
  change('paper.example');
  await vi.waitFor(() => expect(remembered.rememberSiteTheme).toHaveBeenLastCalledWith('paper.example', null));
});
