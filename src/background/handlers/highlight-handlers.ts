import type { Handlers, MessageSender } from '../../messaging/listen.ts';
import { RectoError } from '../../model/errors/recto-error.ts';
import type { Highlight, HighlightKey } from '../../model/highlights/highlight.ts';
import type { HighlightChange } from '../../storage/highlights/change-highlights.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkOwnArticle } from '../check-save.ts';
import { checkHighlightConsent } from '../private-consent.ts';
import { forgetRemoved, recallRemoved, rememberRemoved } from './removed-highlights.ts';

type HighlightHandlers = Pick<Handlers, Extract<keyof Handlers, `highlight.${string}`>>;

/**
 * Handlers of the messages about highlights. A content script works on its own page's article, and neither sees nor
 * writes notes. In a private window it changes nothing before the person had that article kept (`needs-consent`).
 * `onChange` is called after every change, so that open pages show it.
 */
export function highlightHandlers(library: BackgroundLibrary, onChange: () => void): HighlightHandlers {
  /** Checks that the sender may change the article, and that the highlight, where one is named, is of it. */
  async function checkChange(articleId: string, id: string | null, sender: MessageSender): Promise<void> {
    await checkOwnArticle(articleId, sender, library);
    if (id !== null && sender.kind === 'content-script' && !(await isThere(library, articleId, id)))
      throw new RectoError('highlight-gone');
    await checkHighlightConsent(articleId, sender);
  }
  return {
    async 'highlight.list'({ articleId }, sender) {
      await checkOwnArticle(articleId, sender, library);
      const found = await library.highlights(articleId);
      return found.map((highlight) => asSeenBy(sender, highlight));
    },
    'highlight.list-all': () => library.allHighlights(),
    async 'highlight.add'({ articleId, draft }, sender) {
      await checkChange(articleId, null, sender);
      const added = await library.addHighlight(articleId, draft);
      onChange();
      return asSeenBy(sender, added);
    },
    async 'highlight.change'({ id, articleId, colour, note, noteBefore }, sender) {
      await checkChange(articleId, id, sender);
      if (note !== undefined && sender.kind === 'content-script')
        throw new RectoError('bad-message', 'notes are typed in extension pages only');
      const change = {
        ...(colour === undefined ? {} : { colour }),
        ...(note === undefined ? {} : { note }),
        ...(noteBefore === undefined ? {} : { noteBefore }),
      };
      if ((await library.changeHighlight(id, change)) === null) {
        // A new colour for a highlight that was removed meanwhile is lost, and the person must be told.
        if (!note) throw new RectoError('highlight-gone');
        await bringBack(library, { id, articleId }, change);
        onChange();
        await forgetRemoved(id);
      }
      if (colour !== undefined) onChange();
    },
    async 'highlight.remove'({ id, articleId }, sender) {
      await checkChange(articleId, id, sender);
      await removeForUndo(library, id, articleId);
      onChange();
    },
    async 'highlight.restore'({ id, articleId }, sender) {
      await checkChange(articleId, null, sender);
      const removed = await recallRemoved(id, articleId);
      if (removed) {
        await library.restoreHighlight(removed);
        onChange();
        await forgetRemoved(id);
      }
      // If Undo was pressed twice, nothing is remembered of the highlight any more, but it exists then. Otherwise its
      // article may be gone as well.
      if (!(await isThere(library, articleId, id))) throw new RectoError('highlight-gone');
    },
  };
}

const isThere = async (library: BackgroundLibrary, articleId: string, id: string): Promise<boolean> =>
  (await library.highlights(articleId)).some((highlight) => highlight.id === id);

/** A content script gets no notes: its page could read them. */
const asSeenBy = ({ kind }: MessageSender, highlight: Highlight): Highlight =>
  kind === 'content-script' ? { ...highlight, note: '' } : highlight;

/**
 * Brings back a highlight that another window removed while its note was typed: what was typed stays, and can be
 * removed again. Undo of the removal then finds nothing; it would bring back the note from before. Throws
 * `highlight-gone` where that cannot be done.
 */
async function bringBack(
  library: BackgroundLibrary,
  { id, articleId }: HighlightKey,
  change: HighlightChange,
): Promise<void> {
  const removed = await recallRemoved(id, articleId);
  if (!removed) throw new RectoError('highlight-gone');
  await library.restoreHighlight(removed);
  if (!(await library.changeHighlight(id, change))) throw new RectoError('highlight-gone');
}

/** Removes a highlight that Undo can bring back as it was. */
async function removeForUndo(library: BackgroundLibrary, id: string, articleId: string): Promise<void> {
  // Before anything else: a highlight that could not be brought back must not be removed.
  const known = (await library.highlights(articleId)).find((highlight) => highlight.id === id);
  if (known) await rememberRemoved(known);
  const gone = await library.removeHighlight(id);
  // Another window may have written a note meanwhile.
  if (!gone || gone.note === known?.note) return;
  await rememberRemoved(gone).catch(async (thrown: unknown) => {
    await library.restoreHighlight(gone);
    throw thrown;
  });
}
