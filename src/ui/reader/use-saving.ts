import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../../model/article.ts';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { Library } from '../../model/library.ts';
import type { RectoError } from '../../model/recto-error.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import type { SaveState } from './reader-surface.ts';

type SavingLibrary = Pick<Library, 'find' | 'save' | 'updateCopy' | 'undoSave'>;

export interface Saving {
  state: SaveState;
  /** The kept copy of this address; null when there is none, undefined while it is looked for. */
  saved: SavedMetadata | null | undefined;
  /** The kept copy has another text than the page. */
  changed: boolean;
  error: RectoError | null;
  /** `consent` answers the question that a private window asks. */
  save: (consent?: boolean) => void;
  /** Saves when that is not done yet; gives the id of the kept article, null when it could not be saved. */
  ensureSaved: () => Promise<string | null>;
  update: () => void;
  undo: () => void;
  dismissError: () => void;
}

/** Keeps an article that was read from a page, and knows whether it is kept already. */
export function useSaving(library: SavingLibrary, article: Article): Saving {
  const [saved, setSaved] = useState<SavedMetadata | null | undefined>(undefined);
  const [state, setState] = useState<SaveState>({ kind: 'unsaved' });
  const [error, setError] = useState<RectoError | null>(null);
  const [freshId, setFreshId] = useState<string | null>(null);

  const find = () =>
    library.find(article.url).then(
      (found) => {
        setSaved(found);
        return found;
      },
      () => {
        // Not knowing is no reason to trouble the person: Save itself will tell.
        setSaved(null);
        return null;
      },
    );
  useEffect(() => {
    setState({ kind: 'unsaved' });
    void find().then((found) => {
      if (found?.kind === 'article') setState({ kind: 'saved', at: found.savedAt, fresh: false });
    });
  }, [article]);

  const write = async (writing: Promise<{ id: string; savedAt: number; existed: boolean }>, before: SaveState) => {
    setState({ kind: 'saving' });
    setError(null);
    try {
      const { id, savedAt, existed } = await writing;
      setFreshId(existed ? null : id);
      setState({ kind: 'saved', at: savedAt, fresh: !existed });
      await find();
      return id;
    } catch (thrown) {
      setState(before);
      setError(asRectoError(thrown));
      return null;
    }
  };
  return {
    state,
    saved,
    changed: saved?.kind === 'article' && saved.contentHash !== article.contentHash,
    error,
    save: (consent) => {
      if (state.kind === 'unsaved') void write(library.save(article, consent ? { consent } : {}), state);
    },
    ensureSaved: async () => {
      if (saved?.kind === 'article') return saved.id;
      return state.kind === 'unsaved' ? write(library.save(article, {}), state) : freshId;
    },
    update: () => void write(library.updateCopy(article), state),
    undo: () => {
      if (freshId === null) return;
      library.undoSave(freshId).then(
        () => {
          setFreshId(null);
          setSaved(null);
          setState({ kind: 'unsaved' });
        },
        (thrown) => setError(asRectoError(thrown)),
      );
    },
    dismissError: () => setError(null),
  };
}
