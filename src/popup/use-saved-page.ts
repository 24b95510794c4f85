import { useCallback, useEffect, useState } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { Article } from '../model/article.ts';
import { asRectoError } from '../model/as-recto-error.ts';
import type { SaveReceipt } from '../model/library.ts';
import type { PictureReceipt } from '../model/picture.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { isPrivateWindow } from '../platform/private-window.ts';
import { UNDO_TIME } from '../ui/list/use-undo.ts';
import { useReceipt } from '../ui/use-receipt.ts';

export interface SavedPage {
  /** What is kept of the page; null when nothing is, undefined until that is known. */
  saved: SavedMetadata | null | undefined;
  /** What was just done and can be undone or refined. */
  done: What | null;
  /** A save waits for the answer to "Keep this in your normal list?". */
  asking: 'article' | 'link' | null;
  busy: boolean;
  error: RectoError | null;
  /** What was kept of the pictures of the article that was just saved. */
  receipt: PictureReceipt | null;
  keepRest(): void;
  saveArticle(article: Article, consent?: boolean): void;
  saveLink(link: { url: string; title: string }, consent?: boolean): void;
  updateCopy(article: Article): void;
  undo(): void;
  remove(): void;
  archive(): void;
  dismiss(): void;
}

type What = 'saved' | 'updated' | 'aside' | 'deleted' | 'archived';

/** Undo needs the id: once deleted, nothing is kept of the page any more. */
interface Done {
  what: What;
  id: string;
}

/** What is kept of the page in the tab and what can be done about it. `pageKey` changes when the tab goes elsewhere. */
export function useSavedPage(tab: TabInfo, pageKey: string | null): SavedPage {
  const [saved, setSaved] = useState<SavedMetadata | null | undefined>(undefined);
  const [done, setDone] = useState<Done | null>(null);
  const [asking, setAsking] = useState<SavedPage['asking']>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RectoError | null>(null);

  useEffect(() => {
    const end = new AbortController();
    const load = () =>
      send('page.saved', { tabId: tab.id }).then(
        (found) => end.signal.aborted || setSaved(found),
        (thrown) => end.signal.aborted || setError(asRectoError(thrown)),
      );
    setSaved(undefined);
    setDone(null);
    setAsking(null);
    setError(null);
    void load();
    remoteLibrary.watch(load, end.signal);
    return () => end.abort();
  }, [tab, pageKey]);

  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(null), UNDO_TIME);
    return () => clearTimeout(timer);
  }, [done]);

  const receipt = useReceipt(
    remoteLibrary.pictureReceipt,
    done?.what === 'saved' ? done.id : null,
    saved?.pictures?.pending,
  );

  const run = useCallback(async (work: () => Promise<Done | null>) => {
    setBusy(true);
    setError(null);
    setAsking(null);
    try {
      setDone(await work());
    } catch (thrown) {
      setError(asRectoError(thrown));
    } finally {
      setBusy(false);
    }
  }, []);
  const reload = async () => setSaved(await send('page.saved', { tabId: tab.id }));
  const keep = (wanted: 'article' | 'link', consent: boolean, save: () => Promise<SaveReceipt>) => {
    if (isPrivateWindow(tab) && !consent) return setAsking(wanted);
    void run(async () => {
      const receipt = await save();
      await reload();
      return receipt.existed ? null : { what: 'saved', id: receipt.id };
    });
  };
  // What is kept is known anew before Undo is offered: a key pressed after Undo must not meet what was there before.
  const withId = (work: (id: string) => Promise<Done>) => () => {
    if (!saved) return;
    void run(async () => {
      const done = await work(saved.id);
      await reload();
      return done;
    });
  };

  return {
    saved,
    done: done?.what ?? null,
    asking,
    busy,
    error,
    receipt,
    keepRest: () => {
      if (done) void remoteLibrary.keepPictures(done.id).catch((thrown) => setError(asRectoError(thrown)));
    },
    saveArticle: (article, consent = false) =>
      keep('article', consent, () => remoteLibrary.save(article, { tabId: tab.id, consent })),
    saveLink: (link, consent = false) =>
      keep('link', consent, () => remoteLibrary.saveLink(link, { tabId: tab.id, consent })),
    updateCopy: (article) =>
      void run(async () => {
        const receipt = await remoteLibrary.updateCopy(article, { tabId: tab.id });
        await reload();
        return { what: receipt.aside ? 'aside' : 'updated', id: receipt.id };
      }),
    undo: () => {
      if (done)
        void run(async () => {
          await UNDO[done.what](done.id);
          await reload();
          return null;
        });
    },
    remove: withId(async (id) => {
      await remoteLibrary.move([id], 'deleted');
      return { what: 'deleted', id };
    }),
    archive: withId(async (id) => {
      await remoteLibrary.move([id], 'archive');
      return { what: 'archived', id };
    }),
    dismiss: () => {
      setDone(null);
      setAsking(null);
      setError(null);
    },
  };
}

const nothing = async (): Promise<void> => undefined;

/** An updated copy is not undone: the older text is kept behind it. */
const UNDO: Record<What, (id: string) => Promise<void>> = {
  saved: (id) => remoteLibrary.undoSave(id),
  archived: (id) => remoteLibrary.move([id], 'list'),
  deleted: (id) => remoteLibrary.restore([id]),
  updated: nothing,
  aside: nothing,
};
