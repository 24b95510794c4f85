import type { JSX } from 'preact';
import type { CopyFacts } from '../model/article-copy.ts';
import type { Words } from '../model/words.ts';
import type { ArticleHighlights } from '../ui/highlights/use-article-highlights.ts';
import { type NoticeAction, NoticeLine } from '../ui/notice-line.tsx';
import { errorMessage } from '../ui/reader/reader-message.tsx';
import { type Copies, nameCopy } from './use-copies.tsx';
import type { SavedActions } from './use-saved-actions.ts';
import type { SavedTags } from './use-saved-tags.tsx';

interface NoticeParts {
  words: Words;
  doing: SavedActions;
  copies: Copies;
  highlights: ArticleHighlights;
  tags: Pick<SavedTags, 'notice' | 'undo' | 'hold'>;
  /** Whether the question is shown if the older text may be removed for good. */
  dropping: boolean;
  setDropping(dropping: boolean): void;
}

/** The notice above a saved article: an error, which older text is shown, or what was just done and can be undone. */
export function savedNotice(parts: NoticeParts): JSX.Element | null {
  const { doing, copies, highlights, tags } = parts;
  const { t } = parts.words;
  if (doing.error) {
    const { what, next } = errorMessage(doing.error.code, t);
    // It can be closed, since it hides the notice by which the reader returns from an older text.
    const actions = [{ label: t('listClose'), onPress: doing.dismiss }];
    return (
      <NoticeLine key={doing.error.code} role="alert" text={parts.words.sentences(what, next)} actions={actions} />
    );
  }
  // Above an older text, too, since it goes by itself.
  if (tags.notice && tags.undo && !highlights.removed)
    return (
      <TagsNotice
        key="tags"
        text={tags.notice.text}
        undo={{ label: t('readerUndo'), onPress: tags.undo }}
        hold={tags.hold}
      />
    );
  if (copies.shown) return copyNotice(copies.shown.facts, parts);
  if (highlights.removed) {
    const back = { label: t('readerUndo'), onPress: () => highlights.undo?.() };
    return <NoticeLine key={highlights.removed.id} text={t('highlightRemoved')} actions={[back]} />;
  }
  const actions = [{ label: t('readerUndo'), onPress: doing.undoMove }];
  if (doing.moved === 'archive') return <NoticeLine key="archive" text={t('popupArchived')} actions={actions} />;
  if (doing.place === 'deleted') return <NoticeLine key="deleted" text={t('popupDeleted')} actions={actions} />;
  return null;
}

interface TagsNoticeProps extends Pick<SavedTags, 'hold'> {
  text: string;
  undo: NoticeAction;
}

/** What goes by itself stays while the person is at it, as in the list. */
function TagsNotice({ text, undo, hold }: TagsNoticeProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is only known whether the person is here.
    <div
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocusIn={() => hold(true)}
      onFocusOut={() => hold(false)}
    >
      <NoticeLine text={text} actions={[undo]} />
    </div>
  );
}

function copyNotice(facts: CopyFacts, { words, doing, copies, dropping, setDropping }: NoticeParts): JSX.Element {
  const { t } = words;
  if (dropping) {
    const drop = () => doing.attempt(copies.drop(), () => setDropping(false));
    const actions = [
      { label: t('copyDrop'), onPress: drop },
      { label: t('copyKeep'), onPress: () => setDropping(false) },
    ];
    return <NoticeLine key="drop" text={t('copyDropAsk')} actions={actions} />;
  }
  const actions = [
    { label: t('copyBack'), onPress: copies.leave },
    { label: t('copyUse'), onPress: () => doing.attempt(copies.use()) },
    { label: t('copyDrop'), onPress: () => setDropping(true) },
  ];
  return <NoticeLine key={`copy ${facts.keptAt}`} text={nameCopy(facts, words)} actions={actions} />;
}
