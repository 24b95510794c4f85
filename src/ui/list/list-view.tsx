import type { CSSProperties, JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Arrangement, AS_KEPT, arrangeItems } from '../../model/arrange-items.ts';
import type { Library } from '../../model/library.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import { keyActions } from './actions/key-actions.ts';
import type { BulkAction } from './actions/selection-bar.tsx';
import { type ListActions, useListActions } from './actions/use-list-actions.ts';
import { type RowsState, type Selection, useSelection } from './actions/use-selection.ts';
import { useUndo } from './actions/use-undo.ts';
import { DropDialog } from './drop-dialog.tsx';
import { type SavedItems, useSavedItems } from './items/use-saved-items.ts';
import { ListBar } from './list-bar.tsx';
import { ListFoot, TryAgain } from './list-foot.tsx';
import { KeyHelp, useListKeys } from './list-keys.tsx';
import type { ListViewProps } from './list-view-props.ts';
import { useContinueReading } from './rows/continue-reading.tsx';
import { PlaceRows } from './rows/place-rows.tsx';
import { SavedRow } from './rows/saved-row.tsx';
import { type ActiveRow, useActiveRow } from './rows/use-active-row.ts';
import { SearchBox } from './search/search-box.tsx';
import { SearchResults } from './search/search-results.tsx';
import { type MendedSearch, type Search, useSearch } from './search/use-search.ts';
import { TagDialog } from './tags/tag-dialog.tsx';

/** The list of one place: search, Continue reading, rows, and the keys for all of it. */
export function ListView(props: ListViewProps): JSX.Element {
  const { library, place, organise } = props;
  const state = useListView(props);
  const { root, input, firstMenu, text, setText, arrangement, help, setHelp } = state;
  const { saved, begun, searched, mending, undo, actions, selection, active, performOnTargets, shown, onlyRestores } =
    state;
  const { arranged, rows, rowCount } = shown;
  const row = rowOf(props, { active, selection, search: searched, rowCount, onAction: actions.onAction });

  return (
    <section ref={root} class="list-view" tabIndex={-1} data-organise={organise && ''}>
      <SearchBox
        hint={organise !== undefined}
        inputRef={input}
        text={text}
        onText={setText}
        onDown={() => active.focusAt(0)}
        onLeave={organise && (() => active.focusAt(active.index) || input.current?.blur())}
        onEnter={() => {
          if (active.focusAt(0)) root.current?.querySelector<HTMLElement>('.row-title')?.focus();
        }}
      />
      {props.children}
      {organise && (
        <ListBar
          {...{ place, selection, active, arrangement, firstMenu, searching: searched !== null }}
          items={saved.items}
          shown={arranged.length}
          whole={saved.whole}
          onArrange={state.setArrangement}
          onAction={performOnTargets}
        />
      )}
      {saved.items.length === 0 && <TryAgain error={saved.error} onPress={saved.reload} />}
      {searched ? (
        <>
          <SearchResults search={searched} rows={rows.map((item, index) => row(item, index))} />
          <TryAgain error={searched.error} onPress={searched.retry} />
        </>
      ) : (
        <PlaceRows {...props} {...{ saved, arranged, begun, rowCount, row }} pinned={active.index} />
      )}
      <ListFoot {...{ saved, actions, undo, mending }}>{props.foot}</ListFoot>
      {help && <KeyHelp organise={organise !== undefined} deleted={onlyRestores} onClose={() => setHelp(false)} />}
      <Tagging {...{ library, actions, active }} />
      <Dropping {...{ actions, saved, active, rows }} />
    </section>
  );
}

/** Actions after which the rows are still there, or of which it is asked first. */
const KEEPS_SELECTION: readonly BulkAction[] = ['tags', 'favourite', 'drop'];

/** What the list shows, what is chosen in it, what can be done with that, and the keys for it. */
function useListView({ library, place, query = null, organise, onOpen, resting }: ListViewProps) {
  const root = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const firstMenu = useRef<HTMLSelectElement>(null);
  const [text, setText] = useState('');
  const [help, setHelp] = useState(false);
  const [arrangement, setArrangement] = useState(AS_KEPT);

  const saved = useSavedItems(library, place, query);
  const begun = useContinueReading(library);
  const [search, mending] = useSearch(library, text, organise !== undefined);
  const undo = useUndo(library);
  const actions = useListActions(library, saved, undo, { anyPlace: query !== null, onOpen });

  const searched = text.trim() === '' ? null : search;
  const shown = useRows(saved, arrangement, searched, text);
  const { rows } = shown;
  const selection = useSelection(rows, shown.rowsState);
  const active = useActiveRow(root, rows, actions.returned);
  // Search results are in the list or the archive.
  const onlyRestores = place === 'deleted' && searched === null;
  const targets = selection.items.length > 0 ? selection.items : active.item ? [active.item] : [];

  const performOnTargets = (action: BulkAction) => {
    if (!KEEPS_SELECTION.includes(action)) selection.clear();
    actions.perform(action, targets);
  };
  const keys = keyActions({
    ...{ root, input, firstMenu, active, selection, targets },
    count: rows.length,
    deleted: onlyRestores,
    organise: organise !== undefined,
    leaves: query === null,
    perform: performOnTargets,
    undo: undo.take,
    help: () => setHelp(true),
  });
  useListKeys(resting ? {} : keys);

  return {
    ...{ root, input, firstMenu, text, setText, help, setHelp, arrangement, setArrangement },
    ...{ saved, begun, searched, mending, undo, actions, shown, selection, active, onlyRestores, performOnTargets },
  };
}

/** The drawn rows and the number of all: search results, or the place as it is arranged. */
function useRows(saved: SavedItems, arrangement: Arrangement, search: MendedSearch | null, text: string) {
  const arranged = useMemo(() => arrangeItems(saved.items, arrangement), [saved.items, arrangement]);
  const found = useMemo(() => search?.hits?.map(({ metadata }) => metadata) ?? [], [search?.hits]);
  const rows = search ? found : arranged;
  const rowCount = search ? found.length : arranged === saved.items ? saved.count : arranged.length;
  // Results for other words stay until the answer for these arrives. A selection made meanwhile belongs to them.
  const wanted = text.trim();
  const rowsState: RowsState = search
    ? { of: wanted, whole: search.text === wanted && !search.more && search.isMended, loadRest: search.loadRest }
    : { of: '', whole: saved.whole };
  return { arranged, rows, rowCount, rowsState };
}

interface RowParts {
  active: ActiveRow;
  selection: Selection;
  /** Null while nothing is searched for. */
  search: Search | null;
  rowCount: number;
  onAction: ListActions['onAction'];
}

/** Gives the function that draws a row of the list or of results. */
function rowOf({ organise, query = null, hrefOf, shortcut }: ListViewProps, parts: RowParts) {
  const { active, selection, search, rowCount, onAction } = parts;
  return (item: SavedMetadata, index: number, style?: CSSProperties): JSX.Element => {
    const hit = search?.hits?.[index];
    return (
      <SavedRow
        key={item.id}
        item={item}
        href={hrefOf(item)}
        active={item === active.item}
        shortcut={shortcut}
        mixed={search !== null || query !== null}
        onAction={onAction}
        onFocus={({ id }) => active.setId(id)}
        position={{ index, count: search?.more ? -1 : rowCount }}
        {...(organise && {
          organising: { ...organise, selected: selection.has(item.id), onSelect: selection.toggle },
        })}
        {...(hit && { snippet: { text: hit.snippet, marks: hit.marks }, titleMarks: hit.titleMarks })}
        {...(style && { style })}
      />
    );
  };
}

/** Asks for tags while there are items for them; afterwards the focus returns. */
function Tagging({ library, actions, active }: { library: Library; actions: ListActions; active: ActiveRow }) {
  const { tagging, changeTags, stopTagging } = actions;
  if (!tagging) return null;
  const close = () => {
    stopTagging();
    active.focusAt(active.index);
  };
  return (
    <TagDialog library={library} items={tagging} onDone={(change) => changeTags(tagging, change)} onClose={close} />
  );
}

interface DroppingParts {
  actions: ListActions;
  saved: SavedItems;
  active: ActiveRow;
  rows: readonly SavedMetadata[];
}

/**
 * Asks whether items shall be deleted for good, as long as they are in the list: what another window has restored
 * meanwhile, or deleted itself, is not asked about. Afterwards the focus goes to the row that stands in their place.
 */
function Dropping({ actions, saved, active, rows }: DroppingParts) {
  const { dropping, drop, stopDropping } = actions;
  const there = useMemo(() => new Set(dropping && saved.items.map(({ id }) => id)), [dropping, saved.items]);
  const items = dropping?.filter(({ id }) => there.has(id)) ?? [];
  const isMoot = dropping !== null && items.length === 0;
  useLayoutEffect(() => {
    if (isMoot) stopDropping();
  }, [isMoot]);
  if (items.length === 0) return null;
  const close = () => {
    stopDropping();
    active.focusAt(active.index);
  };
  const onDrop = () => {
    const gone = new Set(items.map(({ id }) => id));
    const stays = ({ id }: SavedMetadata) => !gone.has(id);
    const next = rows.findIndex((item, index) => index >= active.index && stays(item));
    const heir = next >= 0 ? next : rows.findLastIndex(stays);
    stopDropping();
    // Where none is left, the list itself has the focus (`useActiveRow`).
    if (heir >= 0) active.focusAt(heir);
    drop(items);
  };
  return <DropDialog items={items} onDrop={onDrop} onClose={close} />;
}
