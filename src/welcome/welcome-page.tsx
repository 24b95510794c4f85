import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { browser } from '../platform/browser.ts';
import { openShortcutSettings } from '../platform/open-shortcut-settings.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { type ShortcutKeys, shortcutKeys } from '../platform/shortcut-keys.ts';
import { useWords } from '../ui/list/words-context.ts';
import { useSettings } from '../ui/use-settings.ts';
import { useTheme } from '../ui/use-theme.ts';
import { PinPicture } from './pin-picture.tsx';
import { TryIt } from './try-it.tsx';

/** What is chosen in the reader is tried, and chosen again on the first page that is read. */
const NOTHING_TO_LOSE = () => undefined;

interface WelcomePageProps {
  initialSettings: ReaderSettings;
  initialKeys: ShortcutKeys;
}

/** Shown once, when Recto was installed: where the icon is, which key, a first article, and where the list lives. */
export function WelcomePage({ initialSettings, initialKeys }: WelcomePageProps): JSX.Element {
  const { t } = useWords();
  const keys = useKeysAsSet(initialKeys);
  const [settings, change] = useSettings(initialSettings, SETTINGS_SOURCE, NOTHING_TO_LOSE);
  useTheme(settings);
  const [refused, setRefused] = useState(false);
  const [trying, setTrying] = useState(location.hash === '#try');
  const key = keys['toggle-reader'];
  const isFirefox = location.protocol === 'moz-extension:';

  // The command reaches every page of Recto: on this one it opens the article that comes along.
  useEffect(() => {
    const onCommand = (command: string) => {
      if (command === 'toggle-reader' && document.hasFocus()) setTrying((open) => !open);
    };
    browser.commands?.onCommand.addListener(onCommand);
    return () => browser.commands?.onCommand.removeListener(onCommand);
  }, []);

  return (
    <>
      <main class="welcome">
        <header>
          <p class="welcome-name">Recto</p>
          <h1>{t('firstHeading')}</h1>
        </header>
        <ol class="steps">
          <li>
            <div>
              <h2>{t('firstPin')}</h2>
              <p>{t(isFirefox ? 'firstPinFirefox' : 'firstPinChrome')}</p>
            </div>
            <PinPicture browser={isFirefox ? 'firefox' : 'chrome'} />
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

/** The keys, read again when the person comes back from the browser's own page for them. */
function useKeysAsSet(initial: ShortcutKeys): ShortcutKeys {
  const [keys, setKeys] = useState(initial);
  useEffect(() => {
    const end = new AbortController();
    const load = () => void shortcutKeys().then(setKeys);
    addEventListener('focus', load, { signal: end.signal });
    // Chromium assigns the suggested keys about a second after a new extension's first page opens.
    const timers = [500, 1000, 2000, 4000].map((delay) => setTimeout(load, delay));
    return () => {
      end.abort();
      timers.forEach(clearTimeout);
    };
  }, []);
  return keys;
}
