import { type ModelItem, noteAfter, withTags } from './model-item.ts';
import type { ModelLibrary } from './model-library.ts';
import { BLOCKS, NOTES, PASSAGES, tagAt } from './pages.ts';
import type { Step } from './step.ts';

type OnItem = Extract<Step, { at: number }>;

/** What a step does to an item that is there. */
export function changeInModel(library: ModelLibrary, item: ModelItem, step: OnItem, now: number): void {
  sort(item, step, now, library.day(now));
  if (item.kind !== 'article') return;
  if (step.do === 'open') item.openedAt = now;
  if (step.do === 'scroll') item.progress = { share: step.progress, at: now };
  if (step.do === 'hide' || step.do === 'show') {
    const block = BLOCKS[step.block] ?? '';
    item.hidden = item.hidden.filter((other) => other !== block);
    if (step.do === 'hide') item.hidden.push(block);
    item.done.hides += 1;
  }
  if ('passage' in step) mark(library, item, step, now);
}

function sort(item: ModelItem, step: OnItem, now: number, day: number): void {
  if (step.do === 'move' && item.place !== 'deleted' && item.place !== step.to) move(item, step.to, now, day);
  if (step.do === 'restore' && item.place === 'deleted') {
    Object.assign(item, { place: item.placeBefore ?? 'list', placeBefore: null, row: item.rowBefore });
    item.done.moves += 1;
  }
  if (step.do === 'tag') item.tags = withTags(item.tags, [tagAt(step.tag)]);
  if (step.do === 'untag') item.tags = item.tags.filter((tag) => tag !== tagAt(step.tag));
  if (step.do === 'star' || step.do === 'unstar') {
    item.isStarSettled ||= item.favourite !== (step.do === 'star');
    item.favourite = step.do === 'star';
  }
}

/** Puts the item in another place; what is deleted remembers where it was. */
export function move(item: ModelItem, to: ModelItem['place'], now: number, day: number): void {
  const placeBefore = to === 'deleted' ? item.place : null;
  Object.assign(item, { place: to, placeBefore, rowBefore: item.row, row: now, deletedDay: day });
  item.done.moves += 1;
}

function mark(library: ModelLibrary, item: ModelItem, step: Extract<Step, { passage: number }>, now: number): void {
  const exact = PASSAGES[step.passage] ?? '';
  const found = item.marks.find((one) => one.exact === exact);
  const name = `${item.url} ${exact}`;
  if (step.do === 'highlight') {
    if (found) found.colour = step.colour;
    else item.marks.push({ id: `${now}`, exact, colour: step.colour, note: '', noteBefore: '' });
  } else if (step.do === 'rehighlight') {
    const gone = library.removed.get(name);
    if (gone?.of === item.id && !found) item.marks.push(gone.mark);
  } else if (found && step.do === 'unhighlight') {
    library.removed.set(name, { mark: found, of: item.id });
    item.marks = item.marks.filter((one) => one !== found);
  } else if (found && step.do === 'note') {
    const typed = step.note === null ? '' : (NOTES[step.note] ?? '');
    const before = step.stale ? found.noteBefore : found.note;
    Object.assign(found, { noteBefore: found.note, note: noteAfter(found.note, typed, before) });
  }
}
