import type { CSSProperties, JSX } from 'preact';
import { memo } from 'preact/compat';
import type { FetchEnd } from '../../../model/fetching.ts';
import type { MessageKey, Translate } from '../../../model/message-key.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import { Drawing } from '../../icon.tsx';
import { isSecondPress } from '../../is-second-press.ts';
import { useWords } from '../words-context.ts';
import { hostOf, progressOf, tellFacts } from './describe-item.ts';
import { languageOfTitle } from './language-of-title.ts';

export type MoveAction = 'archive' | 'list' | 'delete' | 'restore';
/** `drop` deletes for good, after a question. */
export type RowAction = 'open' | 'favourite' | 'tags' | 'drop' | MoveAction;

interface SavedRowProps {
  item: SavedMetadata;
  href: string;
  /** The one row that Tab reaches; the others are reached by keys from there. */
  active: boolean;
  /** The key really set for the reader, for what a link's row says; empty when none is. */
  shortcut: string;
  snippet?: { text: string; marks: readonly [number, number][] };
  style?: CSSProperties;
  position?: { index: number; count: number };
  /** The list has articles of several places: rows say when one is in the archive. */
  mixed?: boolean;
  /** In the library tab: rows can be selected, tagged and made favourites. */
  organising?: { selected: boolean; tagHref(tag: string): string; onSelect(id: string, range: boolean): void };
  titleMarks?: readonly [number, number][] | undefined;
  onAction(action: RowAction, item: SavedMetadata, event: Event): void;
  onFocus(item: SavedMetadata): void;
}

/** One article of the list: title, a quiet line of facts, and how far it was read as a red hairline. */
export const SavedRow = memo(function SavedRow(props: SavedRowProps): JSX.Element {
  const { item, active, snippet, position } = props;
  const words = useWords();
  const tab = active ? 0 : -1;
  const open = (event: Event) => props.onAction('open', item, event);
  return (
    <li
      class="row"
      data-id={item.id}
      data-active={active || undefined}
      data-selected={props.organising?.selected || undefined}
      style={props.style}
      aria-posinset={position && position.index + 1}
      aria-setsize={position?.count}
      onFocusIn={() => props.onFocus(item)}
    >
      {props.organising && (
        <label class="row-select">
          <input
            type="checkbox"
            checked={props.organising.selected}
            tabIndex={tab}
            aria-label={words.t('listActionOn', words.t('listSelect'), item.title)}
            onClick={(event) => props.organising?.onSelect(item.id, event.shiftKey)}
          />
        </label>
      )}
      <a
        class="row-title"
        href={props.href}
        target={item.kind === 'link' ? '_blank' : undefined}
        rel="noopener noreferrer"
        tabIndex={tab}
        lang={languageOfTitle(item, words.locale)}
        dir="auto"
        title={hostOf(item.url)}
        onClick={open}
        // The middle button causes no `click`. If the link leads to a saved article, the browser opens it.
        onAuxClick={item.kind === 'link' ? open : undefined}
      >
        {props.titleMarks ? <MarkedText text={item.title} marks={props.titleMarks} /> : item.title}
      </a>
      {snippet && (
        <p class="row-snippet" lang={item.lang ?? undefined} dir="auto">
          <MarkedText text={snippet.text} marks={snippet.marks} />
        </p>
      )}
      <div class="row-foot">
        <Facts {...props} />
        <RowActions {...props} />
      </div>
      <span class="row-progress" style={{ '--r-progress': progressOf(item) }} aria-hidden="true" />
    </li>
  );
});

function RowActions({ item, active, organising, onAction }: SavedRowProps): JSX.Element {
  const { t } = useWords();
  return (
    <span class="row-actions">
      {actionsOf(item, organising !== undefined).map(({ action, label }) => (
        <button
          type="button"
          key={action}
          tabIndex={active ? 0 : -1}
          aria-label={t('listActionOn', t(label), item.title)}
          onClick={(event) => isSecondPress(event) || onAction(action, item, event)}
        >
          {action === 'favourite' && <StarIcon filled={item.favourite} />}
          <span>{t(label)}</span>
        </button>
      ))}
    </span>
  );
}

function Facts({ item, shortcut, mixed, organising }: SavedRowProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const facts = tellFacts(item, words);
  if (mixed && item.place === 'archive') facts.push(t('listInArchive'));
  if (item.kind === 'link') facts.splice(1, 0, whyNoText(item, shortcut, t));
  return (
    <p class="row-facts">
      {facts.map((fact, index) => (
        <bdi key={fact} class={FACT_CLASSES[item.kind][index] ?? 'row-more'}>
          {fact}
        </bdi>
      ))}
      {item.favourite && (
        <span class="row-favourite" role="img" aria-label={t('listFavourite')}>
          <StarIcon filled />
        </span>
      )}
      {item.tags.slice(0, MOST_TAGS_DRAWN).map((tag) =>
        organising ? (
          <a key={tag} class="row-tag" href={organising.tagHref(tag)} tabIndex={-1}>
            <bdi>{tag}</bdi>
          </a>
        ) : (
          <span key={tag} class="row-tag">
            <bdi>{tag}</bdi>
          </span>
        ),
      )}
      {item.tags.length > MOST_TAGS_DRAWN && (
        <span class="row-tag">{t('importMore', words.number(item.tags.length - MOST_TAGS_DRAWN))}</span>
      )}
    </p>
  );
}

/** No row has room for more. Screen readers are told that there are others; the dialog of its tags has all. */
const MOST_TAGS_DRAWN = 100;

/** By their order. The facts after the day are the first to be left out when there is no room. */
const FACT_CLASSES = { article: ['row-site', '', ''], link: ['row-site', 'row-note', ''] };

/** What a link's row shows in place of a length. */
function whyNoText({ fetched }: SavedMetadata, shortcut: string, t: Translate): string {
  if (fetched && fetched.outcome !== 'kept') return t(ENDS[fetched.outcome]);
  return shortcut ? t('listLinkNotKept', shortcut) : t('listLinkNotKeptNoKey');
}

const ENDS: Record<FetchEnd, MessageKey> = {
  gone: 'listTextGone',
  'sign-in': 'listTextSignIn',
  'not-article': 'listTextNotArticle',
};

const ARCHIVE = { action: 'archive', label: 'listArchive' } as const;
const BACK = { action: 'list', label: 'listMoveToList' } as const;
const DELETE = { action: 'delete', label: 'listDelete' } as const;
const FAVOURITE = { action: 'favourite', label: 'listFavourite' } as const;
const UNFAVOURITE = { action: 'favourite', label: 'listUnfavourite' } as const;
const TAGS = { action: 'tags', label: 'listTags' } as const;
const RESTORE = { action: 'restore', label: 'listRestore' } as const;
const DROP = { action: 'drop', label: 'deletedForGood' } as const;

/** What can be done with an article where it is. */
function actionsOf(item: SavedMetadata, organising: boolean) {
  if (item.place === 'deleted') return [RESTORE, DROP];
  const moves = item.place === 'archive' ? [BACK, DELETE] : [ARCHIVE, DELETE];
  return organising ? [item.favourite ? UNFAVOURITE : FAVOURITE, TAGS, ...moves] : moves;
}

/** The star of a favourite, filled for one that is. */
function StarIcon({ filled }: { filled: boolean }) {
  return (
    <Drawing
      path="M10 3.3l2.05 4.25 4.65.6-3.4 3.25.85 4.6L10 13.75 5.85 16l.85-4.6-3.4-3.25 4.65-.6z"
      filled={filled}
    />
  );
}

/**
 * Text with the places marked that a search found. `marks` are [start, end) offsets; those outside the text or
 * overlapping others are left out.
 */
export function MarkedText({ text, marks }: { text: string; marks: readonly [number, number][] }): JSX.Element {
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
