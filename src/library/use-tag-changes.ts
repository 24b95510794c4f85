import { asRectoError } from '../model/as-recto-error.ts';
import type { LibraryWriter, TagCount } from '../model/library.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { Undo } from '../ui/list/use-undo.ts';
import { useWords } from '../ui/list/words-context.ts';

type TagLibrary = Pick<LibraryWriter, 'replaceTag' | 'changeTags'>;

interface TagChanges {
  rename(tag: TagCount, to: string): void;
  remove(tag: TagCount): void;
}

/** Renames and removes tags everywhere; Undo gives every article back exactly the tags it had. */
export function useTagChanges(
  library: TagLibrary,
  { offer }: Undo,
  onError: (error: RectoError | null) => void,
): TagChanges {
  const words = useWords();
  const fail = (thrown: unknown) => onError(asRectoError(thrown));
  const taken = (undone: Promise<unknown>): Promise<boolean> =>
    undone.then(
      () => true,
      (thrown) => {
        fail(thrown);
        return false;
      },
    );
  const put = (ids: string[], tag: string) =>
    ids.length > 0 ? library.changeTags(ids, { add: [tag] }) : Promise.resolve();
  return {
    rename({ name }, to) {
      onError(null);
      library.replaceTag({ from: name, to }).then(({ changed, joined }) => {
        const undo = async () => {
          if (changed.length > 0) await library.replaceTag({ from: to, to: name, ids: changed });
          await put(joined, name);
        };
        const told = words.t(joined.length > 0 ? 'tagJoined' : 'tagRenamed', name, to);
        offer({ text: told, undo: () => taken(undo()) });
      }, fail);
    },
    remove({ name }) {
      onError(null);
      library.replaceTag({ from: name, to: null }).then(({ changed }) => {
        offer({ text: words.count('tagDeleted', changed.length, name), undo: () => taken(put(changed, name)) });
      }, fail);
    },
  };
}
