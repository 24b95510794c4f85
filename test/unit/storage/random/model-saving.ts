import { type ModelItem, putText, withTags } from './model-item.ts';
import type { ModelLibrary } from './model-library.ts';
import { ADDRESSES, NOTES, SHORT_OF, TEXT_RANKS, tagAt, wordOf } from './pages.ts';
import type { Step } from './step.ts';

type Of<Kind extends Step['do']> = Extract<Step, { do: Kind }>;

/** Saves a page: what was there, and the link that led to it, are the article now; one that is kept stays as it is. */
export function saveInModel(library: ModelLibrary, { page, text, by }: Omit<Of<'save'>, 'do'>, now: number): string {
  const url = ADDRESSES[page] ?? '';
  const found = library.own(url);
  const short = by ? SHORT_OF[page] : undefined;
  const link = short === undefined ? undefined : library.linkFrom(short);
  const joined = found && link !== found ? link : undefined;
  if (found?.kind === 'article' && found.place !== 'deleted') {
    if (joined) join(library, found, joined);
    library.receipts.delete(url);
    return 'existed';
  }
  const [before, joinedBefore] = [structuredClone(found ?? link ?? null), structuredClone(joined ?? null)];
  const item = found ?? link ?? library.add(url, now);
  // The text that is replaced goes behind before the link brings its own.
  putText(item, wordOf(page, text));
  const moved = joined?.behind.filter((one) => !item.behind.includes(one)) ?? [];
  if (joined) join(library, item, joined);
  item.aliases = withTags(item.aliases, [...(item.url === url ? [] : [item.url]), ...(short ? [short] : [])]);
  Object.assign(item, { url, place: 'list', placeBefore: null, savedAt: now, row: now });
  item.done.moves += 1;
  library.receive(item, url, { at: now, before, joined: joinedBefore, moved });
  return 'saved';
}

/** Another item of the page takes in the link, with all that the person put on it. */
function join(library: ModelLibrary, item: ModelItem, link: ModelItem): void {
  library.items = library.items.filter((other) => other !== link);
  library.undos.delete(link.id);
  item.tags = withTags(item.tags, link.tags);
  item.favourite ||= link.favourite;
  item.isStarSettled ||= link.favourite && link.isStarSettled;
  item.progress ??= link.progress;
  item.openedAt = Math.max(item.openedAt, link.openedAt);
  item.aliases = withTags(item.aliases, [link.url, ...link.aliases]);
  item.behind = withTags(item.behind, link.behind);
  item.marks.push(...link.marks);
}

/** Update copy: the text goes in front, or behind where it looks worse; a page that is not kept is saved. */
export function updateInModel(library: ModelLibrary, step: Of<'update'>, now: number): string {
  const found = library.own(ADDRESSES[step.page]);
  if (found?.kind !== 'article' || found.place === 'deleted') return saveInModel(library, { ...step, by: false }, now);
  const text = wordOf(step.page, step.text);
  library.receipts.delete(found.url);
  if (found.front === text) return 'existed';
  const nth = TEXT_RANKS.findIndex((_rank, at) => wordOf(step.page, at) === found.front);
  if ((TEXT_RANKS[step.text] ?? 0) < (TEXT_RANKS[nth] ?? 0)) {
    found.behind = withTags(found.behind, [text]);
    return step.text === TEXT_RANKS.length - 1 ? 'sign-in' : 'shorter';
  }
  putText(found, text);
  return 'existed';
}

/** Saves a link: what was deleted comes back as it was, and what is kept stays. */
export function saveLinkInModel(library: ModelLibrary, url: string, now: number): string {
  const found = library.led(url);
  if (found && found.place !== 'deleted') {
    library.receipts.delete(url);
    return 'existed';
  }
  const before = structuredClone(found ?? null);
  const item = found ?? library.add(url, now);
  Object.assign(item, { place: 'list', placeBefore: null, savedAt: now, row: now });
  item.done.moves += 1;
  library.receive(item, url, { at: now, before, joined: null, moved: [] });
  return 'saved';
}

/** An import adds: what is here only gets what it lacks, and what was deleted stays so. */
export function importInModel(library: ModelLibrary, step: Of<'import'>, now: number): string {
  const url = ADDRESSES[step.at] ?? '';
  const found = library.led(url);
  if (found?.place === 'deleted') return 'present';
  const item = found ?? library.add(url, now - step.ago);
  item.tags = withTags(item.tags, [tagAt(step.tag)]);
  if (step.starred && !item.isStarSettled) item.favourite = true;
  if (step.text !== null && item.kind === 'link') putText(item, wordOf(step.at, step.text));
  if (step.note !== null) {
    const note = NOTES[step.note] ?? '';
    const id = `import ${url} ${note}`;
    const isThere = library.items.some(({ marks }) => marks.some((mark) => mark.id === id));
    if (!isThere) item.marks.push({ id, exact: '', colour: 'yellow', note, noteBefore: '' });
  }
  return found ? 'present' : 'new';
}
