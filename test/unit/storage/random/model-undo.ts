import { move } from './model-changes.ts';
import { type ModelItem, withTags } from './model-item.ts';
import type { ModelLibrary } from './model-library.ts';

/** A save as Undo knows it: the item, and the link that joined it, as they were, and what the save left. */
export interface ModelUndo {
  at: number;
  before: ModelItem | null;
  after: ModelItem;
  joined: ModelItem | null;
  /** Texts that the link brought. */
  moved: string[];
}

/**
 * Takes back the last save at an address: what was there before is there again, with what the person did since. What is new
 * and was changed since, and whatever was highlighted or got another text since, goes to Recently deleted as it is.
 */
export function undoInModel(library: ModelLibrary, url: string, now: number): string {
  const receipt = library.receipts.get(url);
  if (!receipt) return '';
  const item = library.items.find(({ id }) => id === receipt.id);
  if (!item) return 'true';
  const undo = library.undos.get(item.id);
  if (undo?.at !== receipt.at) return 'false';
  library.undos.delete(item.id);
  const { before, after } = undo;
  if (undo.joined) library.items.push(splitOff(item, undo, undo.joined));
  const isMarked = item.marks.some(({ id }) => !after.marks.some((mark) => mark.id === id));
  const isRenewed = item.done.texts !== after.done.texts;
  const hasMoreTexts = before?.kind !== 'article' && item.behind.some((text) => !after.behind.includes(text));
  if (isMarked || hasMoreTexts || (before ? isRenewed : isChanged(item, after))) {
    if (item.place === 'deleted') return 'true';
    move(item, 'deleted', now, library.day(now));
  } else if (before) {
    const behind = item.behind.filter((text) => before.behind.includes(text) || text !== before.front);
    // A text that the person has removed since cannot come back: the saved one stays, as the only one.
    const isLeft = before.front === item.front || item.behind.some((text) => text === before.front);
    const front = before.kind === 'article' && !isLeft ? item.front : before.front;
    const back = { ...structuredClone(before), front, marks: item.marks, behind };
    keepSince(back, item, after);
    Object.assign(item, back);
  } else library.items = library.items.filter((one) => one !== item);
  return 'true';
}

const isChanged = (item: ModelItem, after: ModelItem): boolean =>
  item.tags.toSorted().join() !== after.tags.toSorted().join() ||
  item.favourite !== after.favourite ||
  item.done.moves !== after.done.moves ||
  item.done.hides !== after.done.hides ||
  item.done.texts !== after.done.texts ||
  item.aliases.some((alias) => alias !== after.url && !after.aliases.includes(alias));

/** The link is itself again, with its notes and its texts, and what was done since. */
function splitOff(item: ModelItem, { after, moved }: ModelUndo, joined: ModelItem): ModelItem {
  const link = structuredClone(joined);
  keepSince(link, item, after);
  const isOwn = ({ id }: { id: string }): boolean => joined.marks.some((mark) => mark.id === id);
  link.marks = item.marks.filter(isOwn);
  item.marks = item.marks.filter((mark) => !isOwn(mark));
  link.behind = item.behind.filter((text) => moved.includes(text));
  item.behind = item.behind.filter((text) => !moved.includes(text));
  return link;
}

/** Tags, star, hidden blocks, places in text and library, as the person has changed them since. */
function keepSince(back: ModelItem, item: ModelItem, after: ModelItem): void {
  const removed = after.tags.filter((tag) => !item.tags.includes(tag));
  const added = item.tags.filter((tag) => !after.tags.includes(tag));
  back.tags = withTags(
    back.tags.filter((tag) => !removed.includes(tag)),
    added,
  );
  if (item.favourite !== after.favourite) Object.assign(back, { favourite: item.favourite, isStarSettled: true });
  if (item.done.hides !== after.done.hides) back.hidden = item.hidden;
  if ((item.progress?.at ?? -1) > (after.progress?.at ?? -1)) back.progress = item.progress;
  if (item.openedAt > after.openedAt) back.openedAt = item.openedAt;
  back.aliases = withTags(
    back.aliases,
    item.aliases.filter((alias) => alias !== after.url && !after.aliases.includes(alias)),
  );
  if (back.place === 'deleted' || item.done.moves === after.done.moves) return;
  const { place, placeBefore, row, rowBefore, deletedDay } = item;
  Object.assign(back, { place, placeBefore, row, rowBefore, deletedDay });
}
