import { IDBFactory } from 'fake-indexeddb';
import { highlightHandlers } from '../../../../src/background/handlers/highlight-handlers.ts';
import type { Highlight } from '../../../../src/model/highlights/highlight.ts';
import type { SaveReceipt } from '../../../../src/model/library.ts';
import { recordOfImport } from '../../../../src/storage/importing/imported-record.ts';
import { writeImported } from '../../../../src/storage/importing/write-imported.ts';
import { connectLibrary } from '../../../../src/storage/library-connection.ts';
import type { LibraryDatabase, StoredMetadata } from '../../../../src/storage/library-schema.ts';
import { libraryWrites } from '../../../../src/storage/library-writes.ts';
import { localLibraryReader } from '../../../../src/storage/local-library-reader.ts';
import { libraryPictures } from '../../../../src/storage/pictures/library-pictures.ts';
import { readTags } from '../../../../src/storage/read-tags.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { page as ownPage } from '../../fakes/message-senders.ts';
import { ADDRESSES, articleOf, BLOCKS, NOTES, PAGES, PASSAGES, SHORT_OF, TAGS } from './pages.ts';
import type { Step } from './step.ts';

type OnItem = Extract<Step, { at: number }>;
type OnPassage = Extract<Step, { passage: number }>;

/** Opens a library as the background does: an empty one in a database of its own, or one that is there. */
async function openLibrary(databases: IDBFactory) {
  globalThis.indexedDB = databases;
  const connection = connectLibrary();
  const database = await connection.database();
  const reader = localLibraryReader(connection, async () => ({ searchLibrary, readTags }));
  const library = { ...reader, ...libraryWrites(connection), pictureQueue: libraryPictures(connection) };
  await library.purgeDeleted();
  return { database, library };
}

/** A person with the library of one browser profile, and with what is still on its screens. */
export class Person {
  readonly database: LibraryDatabase;
  readonly library: Awaited<ReturnType<typeof openLibrary>>['library'];
  readonly #highlights: ReturnType<typeof highlightHandlers>;
  /** The last receipt of each address, whose Undo may still be pressed. */
  readonly #receipts = new Map<string, SaveReceipt>();
  /** Notes as they were before their last change, which another window may still show. */
  readonly #notesBefore = new Map<string, string>();
  /** Removed highlights, whose Undo may still be pressed. */
  readonly #removed = new Map<string, Pick<Highlight, 'id' | 'articleId'>>();

  private constructor({ database, library }: Awaited<ReturnType<typeof openLibrary>>) {
    this.database = database;
    this.library = library;
    this.#highlights = highlightHandlers(library, () => undefined);
  }

  /** Opens the library in these databases, which may be those of a browser that has ended. */
  static async open(databases = new IDBFactory()): Promise<Person> {
    return new Person(await openLibrary(databases));
  }

  close(): void {
    this.database.close();
  }

  /** Does a step at the present time; what it is about may not be there. Gives what is said to the person, to be compared. */
  async perform(step: Step): Promise<string> {
    switch (step.do) {
      case 'save': {
        const short = step.by ? SHORT_OF[step.page] : undefined;
        const aliases = short ? [short] : [];
        return this.#receive(await this.library.save({ article: articleOf(step.page, step.text), aliases }), step.page);
      }
      case 'update':
        return this.#receive(await this.library.updateCopy(articleOf(step.page, step.text)), step.page);
      case 'rename':
        await this.library.replaceTag({ from: tagOf(step.tag), to: step.to === null ? null : tagOf(step.to) });
        return '';
      case 'empty':
        await this.library.emptyDeleted();
        return '';
      case 'start':
        await this.library.purgeDeleted();
        await this.library.tidyIndex();
        return '';
      default:
        return this.#performAt(step);
    }
  }

  async #performAt(step: OnItem): Promise<string> {
    const url = ADDRESSES[step.at] ?? '';
    const title = `Page ${step.at}`;
    const receipt = this.#receipts.get(url);
    if (step.do === 'link') return this.#receive(await this.library.saveLink({ url, title }), step.at);
    if (step.do === 'import') return this.#import(step, { url, title });
    if (step.do === 'undo') return receipt && !receipt.existed ? String(await this.library.undoSave(receipt)) : '';
    const item = (await this.database.getAll('metadata')).find((one) => one.url === url);
    if (!item) return '';
    if (step.do === 'useCopy' || step.do === 'dropCopy') return this.#copy(item.id, step);
    await this.#sort(item.id, step);
    if (item.kind === 'article') await this.#read(item, step);
    return '';
  }

  #receive(receipt: SaveReceipt, address: number): string {
    this.#receipts.set(ADDRESSES[address] ?? '', receipt);
    return receipt.existed ? (receipt.aside ?? 'existed') : 'saved';
  }

  async #import(step: Extract<Step, { do: 'import' }>, page: { url: string; title: string }): Promise<string> {
    const now = Date.now();
    const note = { quote: '', note: NOTES[step.note ?? 0] ?? '', colour: 'yellow' as const, at: null };
    const item = {
      ...{ ...page, byline: null, publishedTime: null, lang: null, excerpt: null, progress: null, html: null },
      ...{ savedAt: now - step.ago, place: 'list' as const, favourite: step.starred, tags: [tagOf(step.tag)] },
      notes: step.note === null ? [] : [note],
    };
    const read = step.text === null ? null : articleOf(step.at % PAGES, step.text);
    const { imported } = await writeImported(this.database, [recordOfImport(item, read, now)], now);
    return imported > 0 ? 'new' : 'present';
  }

  /** Gives which text it was. */
  async #copy(id: string, step: Extract<Step, { nth: number }>): Promise<string> {
    const copies = await this.library.copies(id);
    const copy = copies[step.nth % copies.length];
    if (!copy) return '';
    const text = (await this.library.openCopy(id, copy.keptAt))?.contentHash ?? 'unread';
    await this.library[step.do](id, copy.keptAt);
    return text;
  }

  async #sort(id: string, step: OnItem): Promise<void> {
    if (step.do === 'move') await this.library.move([id], step.to);
    if (step.do === 'restore') await this.library.restore([id]);
    if (step.do === 'tag') await this.library.changeTags([id], { add: [tagOf(step.tag)] });
    if (step.do === 'untag') await this.library.changeTags([id], { remove: [tagOf(step.tag)] });
    if (step.do === 'star' || step.do === 'unstar') await this.library.setFavourite([id], step.do === 'star');
  }

  async #read(item: StoredMetadata, step: OnItem): Promise<void> {
    if (step.do === 'open') await this.library.markOpened(item.id);
    if (step.do === 'scroll') {
      const position = { block: 1, offset: 0, quote: '', progress: step.progress, at: Date.now() };
      await this.library.keepPosition(item.id, position);
    }
    if (step.do === 'hide' || step.do === 'show') {
      const block = { quote: BLOCKS[step.block] ?? '', nth: 0 };
      await this.library.keepHidden(item.id, [{ block, isHidden: step.do === 'hide' }]);
    }
    if ('passage' in step) await this.#mark(item, step);
  }

  async #mark({ id: articleId, url }: StoredMetadata, step: OnPassage): Promise<void> {
    const exact = PASSAGES[step.passage] ?? '';
    const mark = (await this.library.highlights(articleId)).find((one) => one.exact === exact);
    const name = `${url} ${exact}`;
    if (step.do === 'highlight') {
      const start = 20 + step.passage * 20;
      const draft = { exact, prefix: '', suffix: '', start, end: start + exact.length, colour: step.colour };
      await this.#highlights['highlight.add']({ articleId, draft }, ownPage);
    } else if (step.do === 'rehighlight') {
      const key = this.#removed.get(name);
      if (key?.articleId === articleId && !mark) await this.#highlights['highlight.restore'](key, ownPage);
    } else if (mark) await this.#changeMark(mark, step, name);
  }

  async #changeMark({ id, articleId, note: seen }: Highlight, step: OnPassage, name: string): Promise<void> {
    if (step.do === 'unhighlight') {
      this.#removed.set(name, { id, articleId });
      await this.#highlights['highlight.remove']({ id, articleId }, ownPage);
    } else if (step.do === 'note') {
      const note = step.note === null ? '' : (NOTES[step.note] ?? '');
      const noteBefore = step.stale ? (this.#notesBefore.get(id) ?? '') : seen;
      this.#notesBefore.set(id, seen);
      await this.#highlights['highlight.change']({ id, articleId, note, noteBefore }, ownPage);
    }
  }
}

const tagOf = (tag: number): string => TAGS[tag] ?? '';
