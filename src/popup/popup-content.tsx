import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import { type ErrorCode, errorKeys, PICKABLE_FAILURES } from '../model/errors/error-code.ts';
import type { ReadOptions } from '../model/extraction-outcome.ts';
import type { HiddenBlock } from '../model/hidden-blocks.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import { PART_SCRIPTS } from '../platform/injected-scripts.ts';
import { readFont } from '../platform/read-font.ts';
import { sanitiseInTurns } from '../sanitising/sanitise-in-turns.ts';
import { useWords } from '../ui/list/words-context.ts';
import { type NoticeAction, NoticeLine } from '../ui/notice-line.tsx';
import { importParts } from '../ui/parts/load-part.ts';
import { ArticleView } from '../ui/reader/article/article-view.tsx';
import { useBrokenPictures } from '../ui/reader/article/frame-picture.ts';
import { partLongText } from '../ui/reader/article/part-long-text.ts';
import { markHidden } from '../ui/reader/hiding/hidden-blocks.ts';
import { usePlace } from '../ui/reader/position/use-place.ts';
import type { Standing } from '../ui/reader/standing.ts';
import { useBundledFaces } from '../ui/reader/typography/page-style.ts';
import { sanitiseOnce } from './first-reading.ts';
import type { PageState } from './follow-page.ts';
import type { SavedPage } from './use-saved-page.ts';

const FACES = { loadPart: importParts(PART_SCRIPTS), readFont };

interface PopupContentProps {
  page: PageState;
  link: { url: string; title: string } | null;
  saved: SavedPage;
  settings: ReaderSettings;
  /** What scrolls the article. */
  scroller: RefObject<HTMLElement | null>;
  /** Where the article was left. */
  start: ReadingPosition | null;
  onPlace(place: ReadingPosition): void;
  onReadAgain(options?: ReadOptions): void;
  onPick(): void;
  /** The list, for pages without an article; null until its code is there. */
  list: ComponentChildren;
}

/** The article; its title alone while it is read; or the reason and the list. */
export function PopupContent(props: PopupContentProps): JSX.Element {
  const words = useWords();
  const { page } = props;
  if (page.kind === 'reading') {
    return (
      <div class="page" data-surface="popup" aria-busy="true">
        <header class="page-head">
          <h1 class="page-title">
            <bdi>{page.title}</bdi>
          </h1>
          {page.slow && <p class="page-line">{words.t('popupReading')}</p>}
        </header>
      </div>
    );
  }
  if (page.kind === 'failed') {
    return (
      <>
        <div class="ui popup-reason">
          <UnreadablePage
            code={page.code}
            link={props.link}
            saved={props.saved}
            onShowAnyway={() => props.onReadAgain({ force: true })}
            onTryAgain={() => props.onReadAgain()}
            onPick={props.onPick}
          />
        </div>
        {props.list}
      </>
    );
  }
  const kept = props.saved.kept;
  return (
    <ArticlePane
      key={page.url}
      {...props}
      article={page.article}
      hidden={kept?.kind === 'article' ? kept.hidden?.blocks : undefined}
    />
  );
}

type ArticlePaneProps = Pick<PopupContentProps, 'settings' | 'scroller' | 'start' | 'onPlace'> & {
  article: Article;
  /** The blocks that are hidden in the kept article. They can be hidden in full view only. */
  hidden: readonly HiddenBlock[] | undefined;
};

function ArticlePane({ article, settings, scroller, start, onPlace, hidden }: ArticlePaneProps): JSX.Element {
  const { t, locale } = useWords();
  const goToPlace = usePlace({ scroller: () => scroller.current, start, onPlace });
  const [stands, setStands] = useState<Standing | null>(null);
  useBundledFaces(settings.typeface, stands?.body ?? null, FACES);
  useBrokenPictures(stands, t('readerPictureBroken'));
  useLayoutEffect(() => {
    if (stands && hidden) markHidden(stands.body, hidden);
  }, [stands, hidden]);
  const takeBody = (body: HTMLElement) => {
    goToPlace(body);
    setStands({ body });
  };
  return (
    <ArticleView
      article={article}
      toFragment={sanitiseOnce}
      toFragmentInTurns={sanitiseInTurns}
      partLongText={partLongText}
      settings={settings}
      surface="popup"
      translate={t}
      locale={locale}
      onBody={takeBody}
    />
  );
}

/** Pages where trying again, or showing what there is, can help. */
const SHOW_ANYWAY: readonly ErrorCode[] = ['not-an-article', 'too-large'];
const TRY_AGAIN: readonly ErrorCode[] = [
  'checking-browser',
  'empty',
  'timeout',
  'unreadable',
  'page-moved',
  'no-answer',
  'unexpected',
];

interface UnreadablePageProps {
  code: ErrorCode;
  link: { url: string; title: string } | null;
  saved: SavedPage;
  onShowAnyway(): void;
  onTryAgain(): void;
  onPick(): void;
}

/** Why there is no article here, and what to do next. The list follows below. */
function UnreadablePage(props: UnreadablePageProps): JSX.Element {
  const { code, link, saved, onShowAnyway, onTryAgain, onPick } = props;
  const words = useWords();
  const { t } = words;
  const keys = errorKeys(code);
  const actions: NoticeAction[] = [];
  if (SHOW_ANYWAY.includes(code)) actions.push({ label: t('popupShowAnyway'), onPress: onShowAnyway });
  if (TRY_AGAIN.includes(code)) actions.push({ label: t('listTryAgain'), onPress: onTryAgain });
  if (PICKABLE_FAILURES.includes(code)) actions.push({ label: t('readerPick'), onPress: onPick });
  // Nothing is kept for a tab that is closed: only the tab tells whether it was private.
  if (link && saved.kept === null && code !== 'tab-gone') {
    actions.push({ label: t('popupSaveLink'), onPress: () => saved.saveLink(link) });
  }
  // One line is enough if the actions themselves name the next step.
  const next = code === 'not-an-article' ? '' : t(keys.next);
  // The alert holds the sentence only: *Save link* is added once it is known that nothing is kept, and an alert that
  // changes is read out again as a whole.
  const told = <span role="alert">{words.sentences(t(keys.what), next)}</span>;
  return <NoticeLine text={told} actions={actions} />;
}
