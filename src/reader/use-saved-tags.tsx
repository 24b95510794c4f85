import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Library, TagChange } from '../model/library.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { Words } from '../model/words.ts';
import { lazyComponent } from '../ui/lazy-component.tsx';
import { UNDO_MS } from '../ui/list/use-undo.ts';
import { WordsProvider } from '../ui/list/words-context.ts';
import { areTagsInAddress, idInAddress } from './open-early.ts';

const TagPanel = lazyComponent(async () => (await import('../ui/list/tag-panel.tsx')).TagPanel);

type Change = Required<TagChange>;

export interface SavedTags {
  /** The dialog; null while it is closed. */
  dialog: JSX.Element | null;
  open(): void;
  /** Tags were changed here, which can be undone for `UNDO_MS`. */
  changed: boolean;
  undo(): void;
  /** The pointer or the focus rests on the notice: it stays. */
  hold(held: boolean): void;
  /** Something else was done, and Undo is now for that. */
  leave(): void;
}

interface TagReport {
  /** Called before each change: earlier offers are outdated then. */
  begin(): void;
  /** Waits for the work, and reports it if it fails. */
  attempt(work: Promise<unknown>, done?: () => void): void;
  /** A change was taken back. */
  undone(): void;
}

/** The tags of a saved article while it is read: the dialog that sets them, and the way back. */
export function useSavedTags(
  library: Library,
  item: SavedMetadata,
  words: Words,
  { begin, attempt, undone }: TagReport,
): SavedTags {
  const [isOpen, setOpen] = useTagsInAddress(item);
  /** The tags that were really added and removed. */
  const [changed, setChanged] = useState<Change | null>(null);
  const noteFocus = useReturnedFocus(isOpen);
  const [held, hold] = useState(false);
  useEffect(() => {
    if (!changed || held) return;
    const timer = setTimeout(() => setChanged(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [changed, held]);
  /** The last request. Undo waits for the change that it undoes. */
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const write = async (change: Change) => {
    last.current = last.current.catch(() => undefined).then(() => library.changeTags([item.id], change));
    await last.current;
  };
  const leave = (from: Change) => setChanged((now) => (now === from ? null : now));
  const change = async (made: Change) => {
    setChanged(made);
    try {
      await write(made);
    } catch (thrown) {
      leave(made);
      throw thrown;
    }
  };
  return {
    dialog: isOpen ? (
      <WordsProvider value={words}>
        <TagPanel
          library={library}
          items={[item]}
          onDone={(made) => {
            if (made.add.length + made.remove.length === 0) return;
            begin();
            attempt(change(made));
          }}
          onClose={() => setOpen(false)}
        />
      </WordsProvider>
    ) : null,
    open() {
      noteFocus();
      setOpen(true);
    },
    changed: changed !== null,
    undo() {
      if (!changed) return;
      attempt(write({ add: changed.remove, remove: changed.add }), () => {
        leave(changed);
        undone();
      });
    },
    hold,
    leave: () => setChanged(null),
  };
}

/**
 * Whether the dialog is open: at first if the address asks for it, once. The address is then that of the article, so
 * that the page can be loaded again without it.
 */
function useTagsInAddress({ place }: SavedMetadata): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(() => areTagsInAddress() && place !== 'deleted');
  useLayoutEffect(() => {
    if (areTagsInAddress()) history.replaceState(history.state, '', `#${idInAddress()}`);
  }, []);
  return [isOpen, setOpen];
}

/**
 * Gives the focus back to what had it when the returned function was called, or to the text. A dialog that is removed
 * while it is open leaves it nowhere. To be called before the dialog is drawn, which may have the focus at once.
 */
function useReturnedFocus(isOpen: boolean): () => void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    return () => {
      const { current } = before;
      before.current = null;
      const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
      const target = isThere ? current : document.querySelector('main');
      target?.focus({ preventScroll: true });
    };
  }, [isOpen]);
  return () => {
    before.current = document.activeElement;
  };
}
