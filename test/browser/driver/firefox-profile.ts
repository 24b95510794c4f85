import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GECKO_ID } from '../../../scripts/build/firefox-manifest.ts';
import { zipFolder } from '../../../scripts/zip-folder.ts';
import type { LaunchOptions } from './browser-driver.ts';

/** What quiets Firefox's own traffic and first-run pages. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.tabs.closeWindowWithLastTab': false,
  'browser.translations.enable': false,
  // A process ahead of need for each tab is a processor's work that a loaded machine has not got.
  'dom.ipc.processPrelaunch.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'termsofuse.bypassNotification': true,
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** Lets an unsigned package be installed for good, so that it is there after a restart (ESR and Developer Edition only). */
const UNSIGNED = { 'extensions.autoDisableScopes': 0, 'xpinstall.signatures.required': false };

/** Folder for downloads of a profile. */
export const downloadsOf = (profile: string): string => join(profile, 'downloads');

type Preferences = Record<string, string | number | boolean>;

/** What says at which address Recto is; Firefox makes one up for each profile unless it is told. */
export const UUIDS = 'extensions.webextensions.uuids';

/** A folder for a profile: new, or as `prepare-firefox-profile.ts` has left one. */
export function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'recto-firefox-'));
  const prepared = process.env['RECTO_FIREFOX_PROFILE'];
  if (prepared) cpSync(prepared, profile, { recursive: true });
  return profile;
}

/** Writes the preferences of a profile, with `uuid` for Recto's address. Firefox reads them at each start. */
export function writeProfile(profile: string, port: number, options: LaunchOptions, uuid: string): void {
  const preferences: Preferences = {
    ...QUIET,
    ...UNSIGNED,
    ...languageOf(options.locale),
    ...colorsOf(options.colorScheme),
    // 2: always the person's colours, whatever pages say.
    'browser.display.document_color_use': options.forcedColors ? 2 : 1,
    'ui.prefersReducedMotion': options.reducedMotion ? 1 : 0,
    ...pointerOf(options.finger === true ? COARSE : FINE_AND_HOVERS),
    ...proxyOf(options.proxyPort),
    'browser.download.folderList': 2,
    'browser.download.dir': downloadsOf(profile),
    'browser.download.alwaysOpenPanel': false,
    'marionette.port': port,
    [UUIDS]: JSON.stringify({ [GECKO_ID]: uuid }),
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  mkdirSync(downloadsOf(profile), { recursive: true });
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
}

/** Packs the built extension as Firefox installs it. Not made small: that took a quarter of what clearing Firefox for a file takes. */
export function packExtension(folder: string, target: string): void {
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`No build in ${folder}: run npm run build`);
  writeFileSync(target, zipFolder(folder, 0));
}

function languageOf(locale: LaunchOptions['locale']): Preferences {
  if (locale === undefined || locale === 'en') return {};
  return { 'intl.locale.requested': locale, 'intl.accept_languages': `${locale}, ${locale.slice(0, 2)}` };
}

/** 0 is dark, 1 is light. Without it pages follow the machine. */
function colorsOf(scheme: LaunchOptions['colorScheme']): Preferences {
  const dark = scheme === 'dark';
  return { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1, 'ui.systemUsesDarkTheme': dark ? 1 : 0 };
}

/** What points, as Firefox counts it: https://searchfox.org/mozilla-central/source/widget/LookAndFeel.h */
const COARSE = 1;
const FINE_AND_HOVERS = 6;

/** Without a display there is a mouse for neither browser unless it is told. */
function pointerOf(capabilities: number): Preferences {
  return { 'ui.primaryPointerCapabilities': capabilities, 'ui.allPointerCapabilities': capabilities };
}

function proxyOf(port: number | undefined): Preferences {
  if (port === undefined) return {};
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.no_proxies_on': '',
  };
}
