import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { COMMAND_IDS, type CommandId } from '../model/keys/command-id.ts';
import type { LibraryReader } from '../model/library.ts';
import type { MessageKey } from '../model/message-key.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import { PART_SCRIPTS } from '../platform/injected-scripts.ts';
import { readFont } from '../platform/read-font.ts';
import { openShortcutSettings, type ShortcutKeys } from '../platform/shortcut-keys.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { importParts } from '../ui/parts/load-part.ts';
import { pageStyle, useBundledFaces } from '../ui/reader/typography/page-style.ts';
import { TypePanel } from '../ui/reader/typography/type-panel.tsx';
import { hanChoices } from '../ui/reader/typography/typeface-choice.tsx';
import { Switch } from '../ui/switch.tsx';
import { BackupSettings } from './backup-settings.tsx';
import { ExportSettings } from './export-settings.tsx';
import { ImportSettings } from './import-settings.tsx';
import type { StoredLibrary } from './library-files.ts';
import { SitesSettings } from './sites-settings.tsx';

interface SettingsSectionProps {
  library: LibraryReader;
  /** Null where the library cannot be opened. */
  stored: StoredLibrary | null;
  settings: ReaderSettings;
  onChange(changed: Partial<ReaderSettings>): void;
  keys: ShortcutKeys;
  /** The part to be shown: `#settings/backup` leads to one. */
  part: string | null;
}

/** Settings as a part of the library: how the page looks, what the toolbar and the keys do, and where the list is kept. */
export function SettingsSection(props: SettingsSectionProps): JSX.Element {
  const { library, stored, settings, onChange, keys, part } = props;
  const { t, locale } = useWords();
  // Before the column inherits the focus of the link (`useFocusHeir`), or screen readers would begin to read that, too.
  useLayoutEffect(() => {
    const shown = document.getElementById(part ?? '');
    if (!shown) return;
    shown.scrollIntoView();
    // As after a link within a page: Tab and screen readers lead on from there. The link itself has gone with its part.
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
  }, [part]);
  return (
    <div class="settings ui">
      <section aria-labelledby="settings-page">
        <h2 id="settings-page">{t('settingsPage')}</h2>
        {/* They are for articles in every language; East Asian ones have typefaces of their own. */}
        <TypePanel
          settings={settings}
          lang={hanChoices(locale) && locale}
          translate={t}
          locale={locale}
          onChange={onChange}
        />
        <TextSample settings={settings} />
      </section>
      <section aria-labelledby="settings-use">
        <h2 id="settings-use">{t('settingsUse')}</h2>
        <ChoiceGroup
          label={t('settingsToolbar')}
          choices={[
            { value: 'popup', label: t('settingsToolbarPopup') },
            { value: 'full-view', label: t('settingsToolbarFullView') },
          ]}
          value={settings.toolbarOpens}
          onChoose={(toolbarOpens) => onChange({ toolbarOpens })}
        />
        <Switch
          label={t('settingsKeepBar')}
          why={t('settingsKeepBarWhy')}
          checked={settings.keepBar}
          onChange={(keepBar) => onChange({ keepBar })}
        />
        <Switch
          label={t('settingsCompactList')}
          why={t('settingsCompactListWhy')}
          checked={settings.compactList}
          onChange={(compactList) => onChange({ compactList })}
        />
        <Switch
          label={t('settingsLetterKeys')}
          why={t('settingsLetterKeysWhy')}
          checked={settings.letterKeys}
          onChange={(letterKeys) => onChange({ letterKeys })}
        />
      </section>
      <KeepingSettings settings={settings} onChange={onChange} />
      <ShortcutSettings keys={keys} />
      <SitesSettings />
      {stored && (
        <>
          <BackupSettings library={library} {...stored} />
          <ImportSettings files={stored.files} backup={stored.backup} fetching={stored.fetching} />
          <ExportSettings files={stored.files} />
        </>
      )}
    </div>
  );
}

interface KeepingSettingsProps {
  settings: ReaderSettings;
  onChange: (changed: Partial<ReaderSettings>) => void;
}

/** What is kept with an article, and how passages are marked. */
function KeepingSettings({ settings, onChange }: KeepingSettingsProps): JSX.Element {
  const { t } = useWords();
  return (
    <section aria-labelledby="settings-keeping">
      <h2 id="settings-keeping">{t('settingsKeeping')}</h2>
      <ChoiceGroup
        label={t('settingsPictures')}
        choices={[
          { value: '0', label: t('settingsPicturesFull') },
          { value: '1600', label: t('settingsPicturesLarge') },
          { value: '800', label: t('settingsPicturesSmall') },
        ]}
        value={String(settings.pictureWidth)}
        onChoose={(width) => onChange({ pictureWidth: Number(width) })}
      />
      <Switch
        label={t('settingsHighlightBar')}
        why={t(settings.letterKeys ? 'settingsHighlightBarWhy' : 'settingsHighlightBarWhyNoKey')}
        checked={settings.highlightBar}
        onChange={(highlightBar) => onChange({ highlightBar })}
      />
    </section>
  );
}

const FACES = { loadPart: importParts(PART_SCRIPTS), readFont };

/** A few lines in the interface's language, set as articles will be. */
function TextSample({ settings }: { settings: ReaderSettings }): JSX.Element {
  const { t, locale } = useWords();
  const [page, setPage] = useState<HTMLElement | null>(null);
  useBundledFaces(settings.typeface, page, FACES);
  return (
    <figure class="sample recto" data-theme={settings.theme} aria-label={t('settingsSampleLabel')}>
      <div ref={setPage} class="page" data-surface="saved" {...pageStyle(settings)} lang={locale}>
        <p>{t('settingsSample')}</p>
      </div>
    </figure>
  );
}

const LABELS: Record<CommandId, MessageKey> = {
  'toggle-reader': 'commandToggleReader',
  _execute_action: 'settingsCommandPopup',
  'save-page': 'commandSavePage',
  'open-list': 'commandOpenList',
};

/** The keys that are really set, and the way to the browser's own page for changing them. */
function ShortcutSettings({ keys }: { keys: ShortcutKeys }): JSX.Element {
  const { t } = useWords();
  const [refused, setRefused] = useState(false);
  return (
    <section aria-labelledby="settings-keys">
      <h2 id="settings-keys">{t('settingsKeys')}</h2>
      <dl class="keys">
        {COMMAND_IDS.map((id) => (
          <div key={id}>
            <dt>{t(LABELS[id])}</dt>
            <dd>{keys[id] ? <kbd>{keys[id]}</kbd> : <span class="unset">{t('settingsKeyUnset')}</span>}</dd>
          </div>
        ))}
      </dl>
      <p>
        <button
          type="button"
          class="link-button"
          onClick={() => void openShortcutSettings().then((opened) => setRefused(!opened))}
        >
          {t('settingsChangeKeys')}
        </button>
      </p>
      <p role="status">{refused && t('settingsChangeKeysByHand')}</p>
    </section>
  );
}
