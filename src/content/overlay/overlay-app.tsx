import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { sendFromPage } from '../../messaging/send-from-page.ts';
import { SITE_SOURCE } from '../../messaging/site-source.ts';
import { asRectoError } from '../../model/errors/as-recto-error.ts';
import { type ErrorCode, PICKABLE_FAILURES } from '../../model/errors/error-code.ts';
import type { ExtractionOutcome } from '../../model/extraction-outcome.ts';
import type { ReaderSettings } from '../../model/settings/reader-settings.ts';
import type { SiteWithSettings } from '../../model/settings/site-settings.ts';
import { isCutOff } from '../../platform/is-cut-off.ts';
import { SETTINGS_SOURCE } from '../../platform/settings-source.ts';
import { applyTheme } from '../../ui/apply-theme.ts';
import { NoticeLine } from '../../ui/notice-line.tsx';
import type { UnkeptHiding } from '../../ui/reader/hiding/use-hidden-blocks.ts';
import { keyName } from '../../ui/reader/reader-keys.ts';
import { errorMessage, type MessageAction, ReaderMessage } from '../../ui/reader/reader-message.tsx';
import type { ReaderSurfaceParts } from '../../ui/reader/reader-surface.ts';
import { pageStyle } from '../../ui/reader/typography/page-style.ts';
import { useSitePreferences } from '../../ui/reader/typography/use-site-preferences.ts';
import { useReaderKeys } from '../../ui/reader/use-reader-keys.ts';
import { useSettings } from '../../ui/use-settings.ts';
import { askDocument } from '../ask-document.ts';
import { OverlayArticle } from './overlay-article.tsx';
import type { OverlayCommands } from './overlay-commands.ts';
import { watchAddress } from './watch-address.ts';

export interface OverlayAppProps {
  parts: ReaderSurfaceParts;
  commands: OverlayCommands;
  initialSettings: ReaderSettings;
  /** Null where nothing may be kept of the page's site. */
  site: SiteWithSettings | null;
  /** What reading the page gave; null while it is still being read. */
  outcome: ExtractionOutcome | null;
  /** Title of the tab, which stands in place while the page is read. */
  title: string;
  /** The page keeps covering the reader. */
  fought: boolean;
  read: (force: boolean) => void;
  /** Lets the article be picked on the page. Throws when it cannot be. */
  pick: () => Promise<void>;
  /** What failed before the overlay was opened. */
  problem: ErrorCode | null;
  /** What was hidden in earlier readings of the page. */
  unkept: UnkeptHiding;
  close: () => void;
}

/** Everything the overlay shows: the article, why there is none, or its title while it is being read. */
export function OverlayApp(props: OverlayAppProps) {
  const { parts, outcome, read } = props;
  const [problem, setProblem] = useState(props.problem);
  const [all, changeAll] = useSettings(props.initialSettings, SETTINGS_SOURCE, setProblem);
  const preferences = useSitePreferences(
    { settings: all, change: changeAll, fail: setProblem },
    props.site?.name ?? null,
    SITE_SOURCE,
    props.site?.settings,
  );
  const { settings } = preferences;
  const [moved, setMoved] = useState(false);

  useLayoutEffect(() => {
    applyTheme(parts.scroller, settings);
  }, [settings.theme, settings.ownPaper, settings.ownInk]);
  useEffect(() => {
    const stop = new AbortController();
    watchAddress(window, outcome?.ok ? outcome.article.url : null, setMoved, stop.signal);
    return () => stop.abort();
  }, [outcome]);

  const readAgain = () => {
    setMoved(false);
    setProblem(null);
    read(false);
  };
  if (outcome?.ok)
    return (
      <OverlayArticle
        key={outcome.article.url}
        {...props}
        article={outcome.article}
        {...{ preferences, moved, readAgain, problem, setProblem }}
      />
    );
  if (outcome)
    return (
      <OverlayFailure {...props} code={outcome.error.code} letterKeys={settings.letterKeys} {...{ moved, readAgain }} />
    );
  return <OverlayReading {...props} settings={settings} />;
}

/** The title in place of the article; no spinner. It can be left. */
function OverlayReading({ parts, title, settings, close }: OverlayAppProps & { settings: ReaderSettings }) {
  useReaderKeys(parts.listenKeys, { close });
  return (
    <article class="page" data-surface={parts.surface} {...pageStyle(settings)} aria-busy="true">
      <header class="page-head">
        <h1 class="page-title">
          <bdi>{title}</bdi>
        </h1>
      </header>
    </article>
  );
}

type FailureProps = OverlayAppProps & {
  code: ErrorCode;
  letterKeys: boolean;
  /** The page has gone to another address since, so the reason was that of another page. */
  moved: boolean;
  readAgain: () => void;
};

type LinkState = 'unsaved' | 'saved' | ErrorCode;

/**
 * What came of saving the page's link, and a function to report it, for the page's address unless another is given.
 * Nothing is reported once the page is at another address.
 */
function useLink(problem: ErrorCode | null): [link: LinkState, tell: (link: LinkState, url?: string) => void] {
  const tellOf = (link: LinkState, url = location.href) => ({ link, url });
  const [told, setTold] = useState(() => tellOf(problem ?? 'unsaved'));
  useLayoutEffect(() => {
    if (told.link === 'unsaved') return;
    const stop = new AbortController();
    const look = (isElsewhere: boolean) => isElsewhere && setTold(tellOf('unsaved'));
    watchAddress(window, told.url, look, stop.signal);
    return () => stop.abort();
  }, [told]);
  return [told.link, (link, url) => setTold(tellOf(link, url))];
}

/** The reason in place of the article, with the ways on. */
function OverlayFailure({ parts, code, letterKeys, moved, problem, read, readAgain, close, ...props }: FailureProps) {
  const { translate, Controls } = parts;
  const [link, tellLink] = useLink(problem);
  const fail = (thrown: unknown, url?: string) => tellLink(asRectoError(thrown).code, url);
  const pick = () => void props.pick().catch((thrown) => fail(thrown));
  const isPickable = PICKABLE_FAILURES.includes(code);
  useReaderKeys(parts.listenKeys, { close, ...(isPickable ? { 'pick-block': pick } : {}) }, letterKeys);
  const saveLink = (options: { consent?: true } = {}) => {
    const url = location.href;
    void sendFromPage('link.save', { url, title: askDocument(document, 'title') || url, ...options }).then(
      () => tellLink('saved', url),
      (thrown) => fail(thrown, url),
    );
  };
  const keep = [
    { label: translate('popupKeep'), onPress: () => saveLink({ consent: true }) },
    { label: translate('popupNotNow'), onPress: () => tellLink('unsaved') },
  ];
  const anyway = { label: translate('popupShowAnyway'), primary: true, onPress: () => read(true) };
  const again = { label: translate('overlayReadAgain'), primary: true, onPress: readAgain };
  const actions: MessageAction[] = [
    !moved && (code === 'not-an-article' || code === 'too-large') ? anyway : again,
    ...(isPickable
      ? [{ label: translate('readerPick'), keyHint: keyName('pick-block', 'ltr', letterKeys), onPress: pick }]
      : []),
    ...(link === 'saved' ? [] : [{ label: translate('popupSaveLink'), onPress: () => saveLink() }]),
    { label: translate('popupBackToPage'), keyHint: keyName('close'), onPress: close },
  ];
  const isOfPage = link === 'unsaved' || link === 'saved' || link === 'needs-consent';
  const reason = () => {
    if (isOfPage && moved) return { what: translate('overlayMoved') };
    if (!isOfPage && isCutOff()) return { what: translate('overlayCutOff') };
    return errorMessage(isOfPage ? code : link, translate);
  };
  return (
    <Controls place="end">
      <ReaderMessage scroller={parts.scroller} {...reason()} actions={actions}>
        {link === 'needs-consent' && <NoticeLine text={translate('popupAskPrivate')} actions={keep} />}
        {link === 'saved' && <NoticeLine text={translate('popupLinkSaved')} />}
      </ReaderMessage>
    </Controls>
  );
}
