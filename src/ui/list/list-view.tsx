import type { ComponentChildren, CSSProperties, JSX } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Library } from '../../model/library.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';
import { ContinueReading } from './continue-reading.tsx';
import { EmptyList } from './empty-list.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { KeyHelp } from './key-help.tsx';
import { type RowAction, SavedRow } from './saved-row.tsx';
import { SearchBox } from './search-box.tsx';
import { UndoNotice } from './undo-notice.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useMoves } from './use-moves.ts';
import { useSavedItems } from './use-saved-items.ts';
import { useSearch } from './use-search.ts';
import { useUndo } from './use-undo.ts';
import { VirtualRows } from './virtual-rows.tsx';
import { useWords } from './words-context.ts';

export interface ListViewProps {
  library: Library;
  place: Place;
  /** The key really set for the reader; empty when none is. */
  shortcut: string;
  hrefOf(item: SavedMetadata): string;
  /** Opening by click or key. The entry may prevent the link's default and open it its own way. */
  onOpen(item: SavedMetadata, event: Event): void;
  restoreHref: string;
  /** Stands above the list: a heading, a notice. */
  children?: ComponentChildren;
}

/** The list of one place: search, Continue reading, rows, and the keys for all of it. */
export function ListView(props: ListViewProps): JSX.Element {
  const { library, place, shortcut, hrefOf, onOpen } = props;
  const words = useWords();
  const { t } = words;
  const root = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [help, setHelp] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const focusNext = useRef(false);

  const saved = useSavedItems(library, place);
  const search = useSearch(library, text);
  const undo = useUndo();
  const { move, error } = useMoves(library, saved, undo);

  const searching = text.trim() !== '';
  const rows = searching ? (search.hits ?? []).map(({ metadata }) => metadata) : saved.items;
  const activeIndex = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  );
  const active = rows[activeIndex];

  const focusAt = (index: number): boolean => {
    const item = rows[Math.min(Math.max(0, index), rows.length - 1)];
    if (!item) return false;
    setActiveId(item.id);
    focusNext.current = true;
    return true;
  };

  // The row gets the focus once it is drawn: it may have been out of sight.
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    root.current?.querySelector<HTMLElement>('.row[data-active] .row-title')?.focus();
  });

  const onAction = useCallback(
    (action: RowAction, item: SavedMetadata, event: Event | null) => {
      if (action === 'open') return event ? onOpen(item, event) : undefined;
      move(action, [item]);
    },
    [move, onOpen],
  );
  const act = (action: RowAction | null) => () => {
    if (!active || !action) return false;
    if (action !== 'open') focusAt(activeIndex + 1 < rows.length ? activeIndex + 1 : activeIndex - 1);
    onAction(action, active, null);
    return true;
  };
  const focused = () => root.current?.contains(document.activeElement) && document.activeElement?.closest('.row');

  useListKeys({
    next: () => focusAt(focused() ? activeIndex + 1 : activeIndex),
    previous: () => {
      if (activeIndex > 0) return focusAt(activeIndex - 1);
      input.current?.focus();
      return true;
    },
    first: () => focusAt(0),
    last: () => focusAt(rows.length - 1),
    open: () => {
      root.current?.querySelector<HTMLElement>('.row[data-active] .row-title')?.click();
      return true;
    },
    archive: act(place === 'list' ? 'archive' : place === 'archive' ? 'list' : null),
    delete: act(place === 'deleted' ? null : 'delete'),
    undo: () => {
      undo.take();
      return true;
    },
    search: () => {
      input.current?.focus();
      input.current?.select();
      return true;
    },
    help: () => {
      setHelp(true);
      return true;
    },
  });

  const row = (item: SavedMetadata, index: number, extra: { style?: CSSProperties } = {}) => {
    const hit = searching ? search.hits?.[index] : undefined;
    return (
      <SavedRow
        key={item.id}
        item={item}
        href={hrefOf(item)}
        active={item === active}
        shortcut={shortcut}
        onAction={onAction}
        onFocus={({ id }) => setActiveId(id)}
        position={{ index, count: searching ? rows.length : saved.count }}
        {...(hit && { snippet: { text: hit.snippet, marks: hit.marks } })}
        {...extra}
      />
    );
  };

  return (
    <section ref={root} class="list-view">
      <SearchBox
        inputRef={input}
        text={text}
        onText={setText}
        onDown={() => focusAt(0)}
        onEnter={() => {
          if (focusAt(0)) root.current?.querySelector<HTMLElement>('.row-title')?.focus();
        }}
      />
      {props.children}
      {error && <ErrorNotice error={error} />}
      {saved.error && (
        <ErrorNotice error={saved.error}>
          <button type="button" onClick={saved.reload}>
            {t('listTryAgain')}
          </button>
        </ErrorNotice>
      )}
      {searching && (
        <SearchResults
          count={search.hits?.length ?? null}
          text={text}
          rows={rows.map((item, index) => row(item, index))}
        />
      )}
      {searching && search.error && <ErrorNotice error={search.error} />}
      {!searching && place === 'list' && <ContinueReading library={library} hrefOf={hrefOf} onOpen={onOpen} />}
      {!searching && saved.ready && saved.items.length === 0 && (
        <EmptyList place={place} shortcut={shortcut} restoreHref={props.restoreHref} />
      )}
      {!searching && saved.items.length > 0 && (
        <VirtualRows
          items={saved.items}
          count={saved.count}
          pinned={activeIndex}
          label={t(place === 'list' ? 'listTitle' : place === 'archive' ? 'listArchiveTitle' : 'listDeletedTitle')}
          render={(item, index, style) => row(item, index, { style })}
        />
      )}
      <UndoNotice undo={undo} />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </section>
  );
}

function SearchResults({
  count,
  text,
  rows,
}: {
  count: number | null;
  text: string;
  rows: JSX.Element[];
}): JSX.Element {
  const words = useWords();
  return (
    <>
      <p class="found" role="status">
        {count === null ? '' : count === 0 ? words.t('listFoundNothing', text.trim()) : words.count('listFound', count)}
      </p>
      <ul class="rows rows-flow" aria-label={words.t('listResults')}>
        {rows}
      </ul>
    </>
  );
}
