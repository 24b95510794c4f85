import { changeTags, keepHidden, keepPosition, markOpened, setFavourite } from '../../../src/storage/change-items.ts';
import { addHighlight, changeHighlight } from '../../../src/storage/highlights/change-highlights.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';

const MARK = { exact: 'tide', prefix: '', suffix: '', start: 4, end: 8, colour: 'yellow' } as const;

/** Puts on an item everything that a person can put on one, from the time `at` on: tags, star, place, a hidden block, a highlight with its note. */
export async function dressItem(database: LibraryDatabase, id: string, at: number): Promise<void> {
  await changeTags(database, [id], { add: [`tag ${at}`] }, at);
  await setFavourite(database, [id], true, at + 1);
  await keepPosition(database, id, { block: 1, offset: 0, quote: 'Nobody', progress: 0.5, at: at + 2 }, at + 2);
  await keepHidden(database, id, [{ block: { quote: 'The tide', nth: 0 }, isHidden: true }], at + 3);
  await markOpened(database, id, at + 4);
  const { id: mark } = await addHighlight(database, id, MARK, at + 5);
  await changeHighlight(database, mark, { note: `note ${at}` }, at + 6);
  await changeHighlight(database, mark, { colour: 'green' }, at + 7);
}
