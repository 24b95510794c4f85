import type { Handlers, MessageSender } from '../../messaging/listen.ts';
import type { Highlight } from '../../model/highlight.ts';
import { parseHighlight } from '../../model/parse-highlight.ts';
import { RectoError } from '../../model/recto-error.ts';
import { forget, recall, rememberOne } from '../../platform/session-memory.ts';
import type { HighlightChange } from '../../storage/highlights/change-highlights.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkHighlightConsent, checkOwnArticle } from '../check-save.ts';

type HighlightHandlers = Pick<Handlers, Extract<keyof Handlers, `highlight.${string}`>>;

/** Removed highlights, kept for Undo where content scripts cannot read them: they may have notes. */
const REMOVED = 'removed-highlight.';

/**
 * Handlers of the messages about highlights. A content script works on its own page's article, and neither sees nor
 * writes notes. In a private window it changes nothing before the person had that article kept (`needs-consent`).
 * `onChange` is called after every change, so that open pages show it.
 */
export function highlightHandlers(library: BackgroundLibrary, onChange: () => void): HighlightHandlers {
  /** Checks that the sender may ask about the article, and that the highlight is of it. */
  async function check(articleId: string, id: string | null, sender: MessageSender): Promise<void> {
    await checkOwnArticle(articleId, sender, library);
    if (id === null || sender.kind !== 'content-script') return;
    if (!(await isThere(articleId, id))) throw new RectoError('highlight-gone');
  }
  const isThere = async (articleId: string, id: string): Promise<boolean> =>
    (await library.highlights(articleId)).some((highlight) => highlight.id === id);
  async function checkChange(articleId: string, id: string | null, sender: MessageSender): Promise<void> {
    await check(articleId, id, sender);
    await checkHighlightConsent(articleId, sender);
  }
  /**
   * Brings back a highlight that another window removed while its note was typed: what was typed stays, and can be
   * removed again. Undo of the removal then finds nothing; it would bring back the note from before.
   */
  async function bringBack(id: string, articleId: string, change: HighlightChange): Promise<void> {
    const removed = parseHighlight(await recall(REMOVED + id));
    if (removed?.articleId !== articleId) throw new RectoError('highlight-gone');
    await library.restoreHighlight(removed);
    if (!(await library.changeHighlight(id, change))) throw new RectoError('highlight-gone');
    onChange();
    await forgetRemoved(id);
  }
  return {
    async 'highlight.list'({ articleId }, sender) {
      await check(articleId, null, sender);
      const found = await library.highlights(articleId);
      return sender.kind === 'content-script' ? found.map((highlight) => ({ ...highlight, note: '' })) : found;
    },
    'highlight.list-all': () => library.allHighlights(),
    async 'highlight.add'({ articleId, draft }, sender) {
      await checkChange(articleId, null, sender);
      const added = await library.addHighlight(articleId, draft);
      onChange();
      return sender.kind === 'content-script' ? { ...added, note: '' } : added;
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
      const changed = await library.changeHighlight(id, change);
      if (changed === null) {
        // A colour for a highlight that was removed meanwhile is lost, and the person must know.
        if (!note) throw new RectoError('highlight-gone');
        await bringBack(id, articleId, change);
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
      const removed = parseHighlight(await recall(REMOVED + id));
      if (removed?.articleId === articleId) {
        await library.restoreHighlight(removed);
        onChange();
        await forgetRemoved(id);
      }
      // Nothing is remembered of it where Undo was pressed twice, but it is there then; else its article may have gone, too.
      if (!(await isThere(articleId, id))) throw new RectoError('highlight-gone');
    },
  };
}

/** Removes a highlight that Undo can bring back as it was. */
async function removeForUndo(library: BackgroundLibrary, id: string, articleId: string): Promise<void> {
  // First of all: what cannot be brought back must not go.
  const known = (await library.highlights(articleId)).find((highlight) => highlight.id === id);
  if (known) await remember(known);
  const gone = await library.removeHighlight(id);
  // Another window may have written a note meanwhile.
  if (!gone || gone.note === known?.note) return;
  await remember(gone).catch(async (thrown: unknown) => {
    await library.restoreHighlight(gone);
    throw thrown;
  });
}

/** Never throws: the highlight is back by then, which must not be reported as failed. */
const forgetRemoved = (id: string): Promise<void> => forget(REMOVED + id).catch(() => undefined);

const remember = (highlight: Highlight): Promise<void> =>
  rememberOne(REMOVED, highlight.id, { ...highlight, at: Date.now() });
