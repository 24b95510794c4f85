import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import { browser } from '../platform/browser.ts';
import { isFirefox } from '../platform/is-firefox.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { openShortcutSettings, type ShortcutKeys, watchShortcutKeys } from '../platform/shortcut-keys.ts';
import { useWords } from '../ui/list/words-context.ts';
import { titleWords } from '../ui/reader/article/article-head.tsx';
import { useSettings } from '../ui/use-settings.ts';
import { useTheme } from '../ui/use-theme.ts';
import { TryIt } from './try-it.tsx';

/** Called when a setting cannot be stored. It was only tried out here and can be set again on the first real page. */
const NOTHING_TO_LOSE = () => undefined;

interface WelcomePageProps {
  initialSettings: ReaderSettings;
  initialKeys: ShortcutKeys;
}

/** The fragment of the address that opens the demo article (`tryAddress`). */
const TRY = '#try';

/**
 * The page that is shown once after installation: how to pin the icon, the shortcut, a demo article, and where data is
 * stored.
 */
export function WelcomePage({ initialSettings, initialKeys }: WelcomePageProps): JSX.Element {
  const { t, locale } = useWords();
  const keys = useKeysAsSet(initialKeys);
  const [settings, change] = useSettings(initialSettings, SETTINGS_SOURCE, NOTHING_TO_LOSE);
  useTheme(settings);
  const [refused, setRefused] = useState(false);
  const [trying, setTrying] = useState(location.hash === TRY);
  const key = keys['toggle-reader'];

  // All pages of Recto get the command. This one opens the demo article, and listens before it is painted.
  useLayoutEffect(() => {
    const onCommand = (command: string) => {
      if (command === 'toggle-reader' && document.hasFocus()) setTrying((open) => !open);
    };
    // The icon and the menu come by the address.
    const onAddress = () => location.hash === TRY && setTrying(true);
    browser.commands?.onCommand.addListener(onCommand);
    window.addEventListener('hashchange', onAddress);
    return () => {
      browser.commands?.onCommand.removeListener(onCommand);
      window.removeEventListener('hashchange', onAddress);
    };
  }, []);
  // So that the address can open it again.
  useLayoutEffect(() => {
    if (!trying && location.hash === TRY) history.replaceState(null, '', location.pathname);
  }, [trying]);

  return (
    <>
      <main class="welcome">
        <header>
          <p class="welcome-name">Recto</p>
          <h1>{/^(zh|ja)/.test(locale) ? titleWords(t('firstHeading')) : t('firstHeading')}</h1>
        </header>
        <ol class="steps">
          <li>
            <div>
              <h2>{t('firstPin')}</h2>
              <p>{t(isFirefox() ? 'firstPinFirefox' : 'firstPinChrome')}</p>
            </div>
            <PinPicture browser={isFirefox() ? 'firefox' : 'chrome'} />
          </li>
          <li>
            <div>
              <h2>{t('firstKey')}</h2>
              <p>{t(key ? 'firstKeyHow' : 'firstKeyNone')}</p>
              <p class="ui">
                <button
                  type="button"
                  class="link-button"
                  onClick={() => void openShortcutSettings().then((opened) => setRefused(!opened))}
                >
                  {t(key ? 'firstKeyChange' : 'firstKeySet')}
                </button>
              </p>
              <p role="status">{refused && t('settingsChangeKeysByHand')}</p>
            </div>
            <p class="big-key">{key && <kbd>{key}</kbd>}</p>
          </li>
          <li>
            <div>
              <h2>{t('firstTry')}</h2>
              <p>{t('firstTryHow')}</p>
            </div>
            <p class="ui try">
              <button type="button" class="button" data-primary onClick={() => setTrying(true)}>
                {t('firstTryButton')}
              </button>
            </p>
          </li>
        </ol>
        <footer>
          <p>{t('firstWhereItLives')}</p>
          <p>
            {t('listEmptyRestore')} <a href="../library/library.html#settings/backup">{t('listRestoreBackup')}</a>
          </p>
        </footer>
      </main>
      {trying && <TryIt preferences={{ settings, change }} toggleKey={key} onClose={() => setTrying(false)} />}
    </>
  );
}

/** The shortcut keys. They are read again when the user returns from the browser's page for them. */
function useKeysAsSet(initial: ShortcutKeys): ShortcutKeys {
  const [keys, setKeys] = useState(initial);
  useEffect(() => {
    const end = new AbortController();
    const ask = watchShortcutKeys(setKeys, end.signal);
    // Chromium assigns the suggested keys about a second after a new extension's first page opens.
    const timers = [500, 1000, 2000, 4000].map((delay) => setTimeout(ask, delay));
    return () => {
      end.abort();
      timers.forEach(clearTimeout);
    };
  }, []);
  return keys;
}

/** A drawing of the browser's toolbar with the list of extensions open and red rings around what to press. */
function PinPicture({ browser }: { browser: 'chrome' | 'firefox' }): JSX.Element {
  return (
    <svg class="picture" viewBox="0 0 300 190" width="300" height="190" aria-hidden="true">
      <rect class="p-frame" x="0.5" y="0.5" width="299" height="189" rx="8" />
      <path class="p-bar" d="M1 40h298" />
      <rect class="p-wash" x="12" y="11" width="180" height="19" rx="9.5" />
      <path class="p-line" d="M24 20.5h70" />
      <path class="p-icon" d={PUZZLE} transform="translate(212 10)" />
      <circle class="p-dot" cx="252" cy="20.5" r="8" />
      <path class="p-line" d="M277 14.5v.01M277 20.5v.01M277 26.5v.01" />
      <rect class="p-menu" x="92" y="48" width="172" height="128" rx="6" />
      <path class="p-line p-strong" d="M106 66h64" />
      <Page x={106} y={84} />
      <path class="p-line p-strong" d="M132 93h44" />
      {browser === 'chrome' ? (
        <path class="p-icon" d={PIN} transform="translate(236 84)" />
      ) : (
        <path class="p-icon" d={GEAR} transform="translate(235 83)" />
      )}
      <circle class="p-ring" cx="245" cy="93" r="15" />
      <circle class="p-ring" cx="221" cy="20" r="15" />
      <rect class="p-wash" x="106" y="116" width="17" height="17" rx="3" />
      <path class="p-line" d="M132 125h74" />
      <rect class="p-wash" x="106" y="146" width="17" height="17" rx="3" />
      <path class="p-line" d="M132 155h52" />
    </svg>
  );
}

/** Recto's icon: a page with a turned corner and one red line. */
function Page({ x, y }: { x: number; y: number }): JSX.Element {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path class="p-icon" d="M2.5 1h8.5l4 4v12h-12.5z M11 1v4h4" />
      <path class="p-red" d="M5.5 8.5h5" />
      <path class="p-icon" d="M5.5 11.5h6.5M5.5 14h6.5" />
    </g>
  );
}

const PUZZLE = 'M7.5 3.5a2 2 0 0 1 4 0v1h4.5v4.5h-1a2 2 0 0 0 0 4h1v4.5h-14v-4.5h1a2 2 0 0 0 0-4h-1v-4.5h5.5z';
const PIN = 'M6 2h6M7 2v6l-2.5 3h9l-2.5-3v-6M9 11v5.5';
const GEAR =
  'M10 6.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 0 0 0-6.4z M10 2.5v2.2M10 15.3v2.2M2.5 10h2.2M15.3 10h2.2' +
  'M4.7 4.7l1.55 1.55M13.75 13.75l1.55 1.55M4.7 15.3l1.55-1.55M13.75 6.25l1.55-1.55';
