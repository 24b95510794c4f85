import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { errorKeys } from '../model/error-code.ts';
import type { MessageKey } from '../model/message-key.ts';
import type { PermissionWish } from '../model/permission-wish.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { RectoError } from '../model/recto-error.ts';
import { siteOfOrigin } from '../model/site.ts';
import type { Words } from '../model/words.ts';
import { closeOwnTab } from '../platform/active-tab.ts';
import { dropWish, noteAnswer, requestAccess } from '../platform/host-access.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { Button } from '../ui/button.tsx';
import { useSettings } from '../ui/use-settings.ts';
import { useTheme } from '../ui/use-theme.ts';

interface PermissionPageProps {
  id: string;
  /** Null when it was answered already, or asked before the browser was last closed; an error where it could not be read. */
  wish: PermissionWish | RectoError | null;
  initialSettings: ReaderSettings;
  words: Words;
}

const REASONS: Record<PermissionWish['kind'], MessageKey> = {
  'always-open': 'permissionAlwaysOpen',
  'keep-pictures': 'permissionKeepPictures',
  'fetch-articles': 'permissionFetchArticles',
};

/** Nothing is set here; the theme is followed that another page sets. */
const NOTHING_TO_KEEP = () => undefined;

/**
 * The one place where access to sites is asked for: which, why, and two answers. What was wished is the background's to
 * do, once the browser says that access was given; so nothing is lost when this page is closed right after the answer.
 */
export function PermissionPage({ id, wish, initialSettings, words: { t } }: PermissionPageProps): JSX.Element {
  /** What is told beside the question. */
  const [told, tell] = useState<MessageKey>('permissionTakeBack');
  const [settings] = useSettings(initialSettings, SETTINGS_SOURCE, NOTHING_TO_KEEP);
  useTheme(settings);

  const leave = () => closeOwnTab().catch(() => tell('permissionNotClosed'));
  const close = <Button label={t('readerClose')} onPress={() => void leave()} />;
  const stillOpen = (
    <p class="permission-quiet" role="status">
      {told === 'permissionNotClosed' && t(told)}
    </p>
  );
  if (wish === null)
    return (
      <main class="permission ui">
        <h1>{t('permissionNothing')}</h1>
        <p class="permission-answers">{close}</p>
        {stillOpen}
      </main>
    );
  if (wish instanceof RectoError) {
    const { what, next } = errorKeys(wish.code);
    return (
      <main class="permission ui">
        <h1>{t(what)}</h1>
        <p>{t(next)}</p>
        <p class="permission-answers">
          <Button primary label={t('listTryAgain')} onPress={() => location.reload()} />
          {close}
        </p>
        {stillOpen}
      </main>
    );
  }

  const allow = async () => {
    // Where it cannot be noted, the wish is done while this page is open.
    void noteAnswer(id, true).catch(() => undefined);
    // Nothing may be waited for before this: Firefox asks only while it still knows of the click.
    const granted = await requestAccess(wish.origins).catch(() => false);
    if (granted) return leave();
    tell('permissionRefused');
    void noteAnswer(id, false).catch(() => undefined);
  };
  // Without this page it is no wish any more, whether or not it can be forgotten.
  const refuse = () =>
    void dropWish(id)
      .catch(() => undefined)
      .then(leave);

  return (
    <main class="permission ui">
      <p class="permission-name">Recto</p>
      <h1>
        {wish.origins.map((origin) => (
          <bdi key={origin}>{siteOfOrigin(origin) ?? t('permissionAllSites')}</bdi>
        ))}
      </h1>
      <p>{t(REASONS[wish.kind])}</p>
      <p class="permission-answers">
        <Button primary label={t('permissionAllow')} onPress={() => void allow()} />
        <Button label={t('permissionNotNow')} onPress={refuse} />
      </p>
      <p class="permission-quiet" role="status">
        {t(told)}
      </p>
    </main>
  );
}
