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
  const close = <Button key="leave" label={t('readerClose')} onPress={() => void leave()} />;
  const isNotClosed = told === 'permissionNotClosed';
  const stillOpen = (
    <p key="told" class="permission-quiet" role="status">
      {isNotClosed && t(told)}
    </p>
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

  // It was answered where the tab is left.
  if (wish === null || isNotClosed)
    return (
      <main class="permission ui">
        <h1>{t('permissionNothing')}</h1>
        <p key="answers" class="permission-answers">
          {close}
        </p>
        {stillOpen}
      </main>
    );

  const allow = async () => ((await ask(id, wish.origins)) ? leave() : tell('permissionRefused'));
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
      <p key="answers" class="permission-answers">
        <Button primary label={t('permissionAllow')} onPress={() => void allow()} />
        <Button key="leave" label={t('permissionNotNow')} onPress={refuse} />
      </p>
      <p key="told" class="permission-quiet" role="status">
        {t(told)}
      </p>
    </main>
  );
}

/** Has the browser ask for access, and notes the person's answer to the wish with this id; gives whether there is access now. */
async function ask(id: string, origins: string[]): Promise<boolean> {
  // Where it cannot be noted, the wish is done while this page is open.
  const note = (allowed: boolean) => void noteAnswer(id, allowed).catch(() => undefined);
  note(true);
  const asking = new AbortController();
  // Whoever closes the tab while the browser still asks has given no answer.
  addEventListener('pagehide', () => note(false), { signal: asking.signal });
  // Nothing may be waited for before this: Firefox asks only while it still knows of the click.
  const granted = await requestAccess(origins).catch(() => false);
  asking.abort();
  if (!granted) note(false);
  return granted;
}
