import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { Library } from '../model/library.ts';
import { tagKey } from '../model/search/tag-key.ts';
import { useUndo } from '../ui/list/actions/use-undo.ts';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useActingKeys } from '../ui/list/letter-keys-context.ts';
import { TryAgain, UndoNotice } from '../ui/list/list-foot.tsx';
import { useListKeys } from '../ui/list/list-keys.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { TagRow } from './tag-row.tsx';
import { useStored } from './use-stored.ts';
import { useTagChanges } from './use-tag-changes.ts';

interface TagListProps {
  library: Library;
  /** Something else is shown above it, and its keys rest. */
  resting: boolean;
}

/** All tags by name, each leading to its articles; they can be renamed and taken away everywhere. */
export function TagList({ library, resting }: TagListProps): JSX.Element {
  const words = useWords();
  const acts = useActingKeys();
  const { value: tags, unread, readAgain } = useStored(() => library.tags(), library.watch, library);
  const [error, setError] = useState<RectoError | null>(null);
  const undo = useUndo(library);
  const takeBack = () => {
    undo.take();
    return true;
  };
  useListKeys(resting ? {} : { undo: takeBack });
  const changes = useTagChanges(library, undo, setError);
  const root = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const focusOn = useFocusOnRow(root, list);
  const again = <TryAgain error={unread} onPress={readAgain} />;
  if (!tags) return <section class="list-view">{again}</section>;
  return (
    <section ref={root} class="list-view" tabIndex={-1}>
      {error ? <ErrorNotice error={error} /> : again}
      {tags.length === 0 && (
        <div class="empty">
          <p class="empty-title">{words.t('listEmptyTags')}</p>
          <p>{words.t(acts('t') ? 'listEmptyTagsHow' : 'listEmptyTagsHowNoKey')}</p>
        </div>
      )}
      <ul ref={list} class="tag-list">
        {tags.map((tag, at) => (
          <TagRow
            // In any spelling: a name that is being typed here would else be taken half-typed.
            key={tagKey(tag.name)}
            tag={tag}
            onRename={(renamed, to, isLeft) => {
              focusOn(isLeft ? [] : [to, renamed.name].map((row) => ({ row, control: 'button' })));
              changes.rename(renamed, to);
            }}
            onDelete={(removed) => {
              // Not to a button of the next row: another press would remove that tag, too.
              const next = tags[at + 1] ?? tags[at - 1];
              focusOn(next ? [{ row: next.name, control: 'a' }] : []);
              changes.remove(removed);
            }}
          />
        ))}
      </ul>
      <UndoNotice undo={undo} />
    </section>
  );
}

interface RowControl {
  /** The row's `data-row`. */
  row: string;
  /** Selector of a control in it. */
  control: string;
}

/**
 * Gives the focus back to a list after a row, or a control in it, has disappeared with the focus. Call the returned
 * function when a row changes, with the targets to try. At each drawing the focus goes to the first of them that
 * exists, until the very first one has it. Without any, as after Undo or the last tag, `root` has it, and Tab leads on
 * from there.
 */
function useFocusOnRow(
  root: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): (wanted: readonly RowControl[]) => void {
  const wanted = useRef<readonly RowControl[]>([]);
  const isWithin = root.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body;
    if (!isLost && document.activeElement !== root.current) return;
    for (const [at, { row, control }] of wanted.current.entries()) {
      const target = findRow(list.current, row)?.querySelector<HTMLElement>(control);
      if (!target) continue;
      target.focus();
      if (at === 0) wanted.current = [];
      return;
    }
    if (isLost && isWithin) root.current?.focus();
  });
  return (now) => {
    wanted.current = now;
  };
}

const findRow = (list: HTMLElement | null, row: string): Element | undefined =>
  Array.from(list?.children ?? []).find((child) => child.getAttribute('data-row') === row);
