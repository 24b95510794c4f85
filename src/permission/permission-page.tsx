import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { siteOfOrigin } from '../model/address/site.ts';
import { errorKeys } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { MessageKey } from '../model/message-key.ts';
import type { PermissionWish } from '../model/permission-wish.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import type { Words } from '../model/words.ts';
import { closeOwnTab } from '../platform/active-tab.ts';
import { requestAccess } from '../platform/host-access.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { dropWish, noteAnswer } from '../platform/waiting-wishes.ts';
import { Button } from '../ui/button.tsx';
import { useSettings } from '../ui/use-settings.ts';
import { useTheme } from '../ui/use-theme.ts';

interface PermissionPageProps {
  id: string;
  /** Null when it was answered already or the browser was closed since; an error when it could not be read. */
  wish: PermissionWish | RectoError | null;
  initialSettings: ReaderSettings;
  words: Words;
}

const REASONS: Record<PermissionWish['kind'], MessageKey> = {
  'always-open': 'permissionAlwaysOpen',
  'keep-pictures': 'permissionKeepPictures',
  'fetch-articles': 'permissionFetchArticles',
};

/** No setting is changed on this page, so none can fail to be stored. It only follows the theme. */
const NOTHING_TO_KEEP = () => undefined;

/**
 * The one page that asks for access to sites: to which, why, and two answers. The background carries out the wish when
 * the browser reports that access was granted, so this page may be closed right after the answer.
 */
export function PermissionPage({ id, wish, initialSettings, words: { t } }: PermissionPageProps): JSX.Element {
  /** The line below the question. */
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

  // `isNotClosed`: the wish was answered, but the tab could not be closed.
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

  const allow = async () => {
    // An earlier refusal is not the answer to this question; told again, it is heard again.
    tell('permissionTakeBack');
    return (await ask(id, wish.origins)) ? leave() : tell('permissionRefused');
  };
  // The page is closed also when the wish cannot be dropped: without the page nobody answers it.
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

/** Has the browser ask for access, and notes the user's answer to the wish `id`. Gives whether there is access now. */
async function ask(id: string, origins: string[]): Promise<boolean> {
  // If it cannot be noted, the wish is still carried out while this page is open.
  const note = (allowed: boolean) => void noteAnswer(id, allowed).catch(() => undefined);
  note(true);
  const asking = new AbortController();
  // Closing the tab while the browser asks is no answer.
  addEventListener('pagehide', () => note(false), { signal: asking.signal });
  // No `await` before this call: Firefox grants requests only during the handling of a click.
  const granted = await requestAccess(origins).catch(() => false);
  asking.abort();
  if (!granted) note(false);
  return granted;
}
