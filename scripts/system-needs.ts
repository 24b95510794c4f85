import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBrowser, findProgram } from './find-browser.ts';

/** Something the commands need from the system, and the Debian and Ubuntu packages that bring it. */
interface SystemNeed {
  what: string;
  packages: string[];
  isThere(): boolean;
}

const program = (name: string, ...packages: string[]): SystemNeed => ({
  what: name,
  packages,
  isThere: () => findProgram(name) !== null,
});

/** All needs by name; each command asks for those it uses. */
export const SYSTEM_NEEDS = {
  chromium: {
    what: 'Chromium',
    packages: ['chromium'],
    isThere: () => findBrowser('chromium') !== null,
  },
  firefox: {
    what: 'Firefox',
    packages: ['firefox-esr'],
    isThere: () => findBrowser('firefox') !== null,
  },
  /** Debian keeps Chromium's other languages in a package of their own, all in one. */
  chromiumLanguages: {
    what: "Chromium's languages",
    packages: ['chromium-l10n'],
    isThere: () => !existsSync('/usr/lib/chromium/locales') || existsSync('/usr/lib/chromium/locales/zh-CN.pak'),
  },
  firefoxInChinese: firefoxIn('Chinese', 'zh-CN'),
  firefoxInArabic: firefoxIn('Arabic', 'ar'),
  virtualDisplay: onLinux(program('Xvfb', 'xvfb')),
  keyPresses: onLinux(program('xdotool', 'xdotool')),
  speech: onLinux(
    program('speech-dispatcher', 'speech-dispatcher', 'speech-dispatcher-espeak-ng', 'espeak-ng-data', 'libspeechd2'),
  ),
  sound: onLinux(program('pulseaudio', 'pulseaudio')),
  inputMethod: onLinux(program('fcitx5', 'fcitx5', 'fcitx5-pinyin', 'fcitx5-frontend-gtk3', 'dbus-x11')),
  pdfText: program('pdftotext', 'poppler-utils'),
  bookChecker: {
    what: 'epubcheck (with Java)',
    packages: ['epubcheck', 'default-jre-headless'],
    isThere: () => findProgram('epubcheck') !== null && findProgram('java') !== null,
  },
  latinFonts: fontFor('en', 'fonts-liberation'),
  chineseFonts: fontFor('zh-cn', 'fonts-noto-cjk'),
  arabicFonts: fontFor('ar', 'fonts-dejavu-core'),
} satisfies Record<string, SystemNeed>;

export type SystemNeedName = keyof typeof SYSTEM_NEEDS;

/** Path of the Firefox language pack that Debian installs beside the browser, or null. */
function findFirefoxLanguagePack(locale: string): string | null {
  const firefox = findBrowser('firefox');
  const folders = ['/usr/lib/firefox-esr/browser/extensions', '/usr/lib/firefox/distribution/extensions'];
  if (firefox !== null) folders.push(join(dirname(firefox), 'distribution/extensions'));
  const packs = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  return packs.find((path) => path.includes(`langpack-${locale}@`)) ?? null;
}

function firefoxIn(language: string, locale: string): SystemNeed {
  return {
    what: `Firefox in ${language}`,
    packages: [`firefox-esr-l10n-${locale.toLowerCase()}`],
    isThere: () => findFirefoxLanguagePack(locale) !== null,
  };
}

/** The virtual display exists on Linux only; elsewhere the drivers do without it. */
function onLinux(need: SystemNeed): SystemNeed {
  return { ...need, isThere: () => process.platform !== 'linux' || need.isThere() };
}

function fontFor(lang: string, fontPackage: string): SystemNeed {
  return {
    what: `a font for ${lang}`,
    packages: [fontPackage],
    isThere: () => {
      if (process.platform !== 'linux') return true;
      const list = spawnSync('fc-list', [`:lang=${lang}`], { encoding: 'utf8' });
      return list.status === 0 && list.stdout.trim() !== '';
    },
  };
}
