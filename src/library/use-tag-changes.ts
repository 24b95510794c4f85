import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { Library, LibraryChange, SpelledTag, TagCount } from '../model/library.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { sameTag } from '../model/search/tag-key.ts';
import { isolateName } from '../model/text/isolate-name.ts';
import { isAnyKept } from '../ui/list/actions/still-kept.ts';
import type { Undo, Undoable } from '../ui/list/actions/use-undo.ts';
import { useWords } from '../ui/list/words-context.ts';

type TagLibrary = Pick<Library, 'replaceTag' | 'changeTags' | 'metadata'>;

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
  const own = (name: string) => isolateName(name, words.dir);
  const fail = (thrown: unknown) => onError(asRectoError(thrown));
  const undoable = (text: string, takeBack: () => Promise<unknown>, stands: Stands): Undoable => {
    const undo = async () => {
      onError(null);
      try {
        await takeBack();
        return null;
      } catch (thrown) {
        fail(thrown);
        return done;
      }
    };
    const done: Undoable = { text, undo, stands };
    return done;
  };
  const offerOrSay = (doing: Promise<Undoable | null>) =>
    offer(
      doing.catch((thrown) => {
        fail(thrown);
        return null;
      }),
    );
  const put = async (tags: readonly SpelledTag[]) => {
    for (const { tag, ids } of tags) await library.changeTags(ids, { add: [tag] });
  };
  return {
    rename({ name }, to) {
      onError(null);
      const rename = async () => {
        const { changed, joined } = await library.replaceTag({ from: name, to });
        // Another window has removed it meanwhile.
        if (changed.length + joined.length === 0) return null;
        const undo = async () => {
          for (const { tag, ids } of changed) await library.replaceTag({ from: to, to: tag, ids });
          await put(joined);
        };
        // Another window may rename it again, or remove it.
        const hasIt = ({ tags }: SavedMetadata) => tags.some((tag) => sameTag(tag, to));
        const stands = anyOf(library, [...changed, ...joined], hasIt);
        return undoable(words.t(joined.length > 0 ? 'tagJoined' : 'tagRenamed', own(name), own(to)), undo, stands);
      };
      offerOrSay(rename());
    },
    remove({ name }) {
      onError(null);
      const remove = async () => {
        const { changed } = await library.replaceTag({ from: name, to: null });
        if (changed.length === 0) return null;
        const count = changed.reduce((sum, { ids }) => sum + ids.length, 0);
        return undoable(words.count('tagDeleted', count, own(name)), () => put(changed), anyOf(library, changed));
      };
      offerOrSay(remove());
    },
  };
}

type Stands = (change: LibraryChange) => Promise<boolean>;

/** Whether any of the articles is still kept after a change, and `holds`: else nothing is left for Undo. */
function anyOf(library: TagLibrary, tags: readonly SpelledTag[], holds?: (now: SavedMetadata) => boolean): Stands {
  const items = tags.flatMap(({ ids }) => ids.map((id) => ({ id })));
  return (change) => isAnyKept(library, items, change, holds);
}
