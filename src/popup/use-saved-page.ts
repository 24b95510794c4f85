import { useLayoutEffect, useState } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import type { Article } from '../model/article.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { SaveReceipt, TagChange } from '../model/library.ts';
import type { PictureReceipt } from '../model/pictures/picture.ts';
import type { Place, SavedMetadata } from '../model/saved-article.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { isPrivateWindow } from '../platform/is-private-window.ts';
import { useReceipt } from '../ui/receipt-line.tsx';
import { useKeptPage } from './use-kept-page.ts';
import { type Done, type PageWork, type Subject, usePageWork } from './use-page-work.ts';

export interface SavedPage {
  /** What is kept of the page; null when nothing is, undefined until that is known. */
  kept: SavedMetadata | null | undefined;
  /** What was just done and can be undone or refined; null once another window has changed the article again. */
  done: Done['what'] | null;
  undone: boolean;
  /** A save, or an update of the copy, waits for the answer to "Keep this in your normal list?". */
  asking: 'article' | 'link' | 'update' | null;
  busy: boolean;
  error: RectoError | null;
  failedBefore: Subject | null;
  /** What was kept of the pictures of the article that was just saved. */
  receipt: PictureReceipt | null;
  keepRest(): void;
  saveArticle(article: Article, consent?: boolean): void;
  saveLink(link: { url: string; title: string }, consent?: boolean): void;
  updateCopy(article: Article, consent?: boolean): void;
  /** Adds tags that the item has not got, and removes some that it has. */
  tag(item: SavedMetadata, change: Required<TagChange>): void;
  undo(): void;
  remove(): void;
  archive(): void;
  dismiss(): void;
}

/** What is kept of the page in the tab and what can be done about it. `pageKey` changes when the tab goes elsewhere. */
export function useSavedPage(tab: TabInfo, pageKey: string | null, subject: Subject): SavedPage {
  const work = usePageWork(tab.id, pageKey, subject);
  const [kept, reload] = useKeptPage(tab.id, pageKey, work.fail, work.busy);
  const [asking, setAsking] = useState<SavedPage['asking']>(null);
  useLayoutEffect(() => setAsking(null), [tab, pageKey]);
  const done = work.done && kept !== undefined && stands(work.done, kept) ? work.done : null;
  const receipt = useReceipt(
    remoteLibrary.pictureReceipt,
    done?.what === 'saved' ? done.id : null,
    kept?.pictures?.pending,
  );
  /**
   * Asks what is kept before the outcome is reported and Undo offered: a key pressed after Undo must not act on the
   * earlier state. Asks after a failure too, because a background that was stopped may have done it after all.
   */
  const thenReload = async <Outcome>(task: Promise<Outcome>): Promise<Outcome> => {
    try {
      const outcome = await task;
      await reload();
      return outcome;
    } catch (thrown) {
      // The failure that led here is reported, and what was known before stays.
      void reload().catch(() => undefined);
      throw thrown;
    }
  };
  const run: PageWork['run'] = (task) => {
    setAsking(null);
    work.run(() => thenReload(task()));
  };
  const takeBack: PageWork['takeBack'] = (standing, undo) => {
    if (standing) setAsking(null);
    work.takeBack(standing, (made) => thenReload(undo(made)));
  };

  return {
    kept,
    done: done?.what ?? null,
    undone: work.undone,
    asking,
    busy: work.busy,
    error: work.error,
    failedBefore: work.failedBefore,
    receipt,
    ...saving(tab, { run, setAsking }),
    ...changing({ kept, done, run, takeBack }),
    keepRest: () => {
      if (done) void remoteLibrary.keepPictures(done.id).catch(work.fail);
    },
    dismiss: () => {
      work.dismiss();
      setAsking(null);
    },
  };
}

interface Saving {
  run: PageWork['run'];
  setAsking(wanted: NonNullable<SavedPage['asking']>): void;
}

/** The actions that save the page. In a private window the person is asked first. */
function saving(tab: TabInfo, { run, setAsking }: Saving) {
  const keep = (wanted: NonNullable<SavedPage['asking']>, consent: boolean, save: () => Promise<SaveReceipt>) => {
    if (isPrivateWindow(tab) && !consent) return setAsking(wanted);
    run(async () => {
      const { id, savedAt, existed, aside } = await save();
      if (wanted === 'update') return { what: aside ? 'aside' : 'updated', id };
      return existed ? null : { what: 'saved', id, savedAt };
    });
  };
  return {
    saveArticle: (article: Article, consent = false) =>
      keep('article', consent, () => remoteLibrary.save(article, { tabId: tab.id, consent })),
    saveLink: (link: { url: string; title: string }, consent = false) =>
      keep('link', consent, () => remoteLibrary.saveLink(link, { tabId: tab.id, consent })),
    updateCopy: (article: Article, consent = false) =>
      keep('update', consent, () => remoteLibrary.updateCopy(article, { tabId: tab.id, consent })),
  };
}

interface Changing {
  kept: SavedMetadata | null | undefined;
  done: Done | null;
  run: PageWork['run'];
  takeBack: PageWork['takeBack'];
}

/** The actions on the kept article, and the way back. */
function changing({ kept, done, run, takeBack }: Changing) {
  const withId = (work: (id: string) => Promise<Done>) => () => {
    if (kept) run(() => work(kept.id));
  };
  return {
    undo: () =>
      takeBack(done && isUndoable(done.what) ? done : null, async (wanted) => {
        if (wanted.what === 'saved') return await remoteLibrary.undoSave(wanted);
        if (wanted.what === 'tagged') {
          const { add, remove } = wanted.change;
          await remoteLibrary.changeTags([wanted.id], { add: remove, remove: add });
          return true;
        }
        if (!isMove(wanted.what)) return false;
        await UNDO[wanted.what](wanted.id);
        return await isUndone(wanted.what, wanted.id);
      }),
    remove: withId(async (id) => {
      await remoteLibrary.move([id], 'deleted');
      return { what: 'deleted', id };
    }),
    tag: (item: SavedMetadata, change: Required<TagChange>) => {
      if (change.add.length + change.remove.length > 0) run(() => changeTags(item, change));
    },
    archive: withId(async (id) => {
      await remoteLibrary.move([id], 'archive');
      return { what: 'archived', id };
    }),
  };
}

/** Throws `not-found` where another window has deleted the item for good while its tags were being chosen. */
async function changeTags(item: SavedMetadata, change: Required<TagChange>): Promise<Done> {
  const { id } = item;
  await remoteLibrary.changeTags([id], change);
  // If the library cannot be asked, it counts as changed.
  const found = await remoteLibrary.metadata([id]).catch(() => null);
  if (found?.length === 0) throw new RectoError('not-found');
  return { what: 'tagged', id, change };
}

/** Whether what was done still holds, judged by what is `kept` now: another window may have moved the article since. */
function stands({ what, id }: Done, kept: SavedMetadata | null): boolean {
  if (what === 'deleted') return kept?.id !== id;
  if (what === 'tagged') return kept?.id === id;
  return kept !== null && (what !== 'archived' || kept.place === 'archive');
}

/** The places in which Undo leaves an article. */
const UNDONE_IN: Record<keyof typeof UNDO, readonly Place[]> = { archived: ['list'], deleted: ['list', 'archive'] };

/** Whether Undo changed anything: another window may have moved the article since, or deleted it for good. */
async function isUndone(what: keyof typeof UNDO, id: string): Promise<boolean> {
  const found = await remoteLibrary.metadata([id]).catch(() => null);
  // If that is unknown, it counts as undone.
  return found === null || found.some(({ place }) => UNDONE_IN[what].includes(place));
}

/** An updated copy is not undone: the older text is kept behind it. */
const UNDO = {
  // Another window may have moved it since, and not every window hears of that.
  archived: (id: string) => remoteLibrary.move([id], 'list', ['archive']),
  deleted: (id: string) => remoteLibrary.restore([id]),
};

const isMove = (what: Done['what']): what is keyof typeof UNDO => what in UNDO;

const isUndoable = (what: Done['what']): boolean => what === 'saved' || what === 'tagged' || isMove(what);
