import { changeInModel } from './model-changes.ts';
import { type ModelItem, type ModelMark, newItem, putText, withTags } from './model-item.ts';
import { importInModel, saveInModel, saveLinkInModel, updateInModel } from './model-saving.ts';
import { type ModelUndo, undoInModel } from './model-undo.ts';
import { ADDRESSES, tagAt } from './pages.ts';
import type { Step } from './step.ts';

const DAY = 24 * 3_600_000;
const DAYS_KEPT = 30;

/** What docs/data-model.md promises of a library, in plain objects. It is opened at least once a week. */
export class ModelLibrary {
  items: ModelItem[] = [];
  /** What Undo of the last save of an item takes back, by the item. */
  readonly undos = new Map<number, ModelUndo>();
  /** The last receipt of an address. */
  readonly receipts = new Map<string, { at: number; id: number }>();
  /** Highlights that were removed, for their Undo. */
  readonly removed = new Map<string, { mark: ModelMark; of: number }>();
  #made = 0;
  readonly #begun: number;

  constructor(begun: number) {
    this.#begun = begun;
  }

  day(now: number): number {
    return Math.floor((now - this.#begun) / DAY);
  }

  /** A new link. */
  add(url: string, now: number): ModelItem {
    this.#made += 1;
    const item = newItem(this.#made, url, now);
    this.items.push(item);
    return item;
  }

  own(url: string | undefined): ModelItem | undefined {
    return this.items.find((item) => item.url === url);
  }

  /** The item that an address leads to: its own first, those in Recently deleted last. */
  led(url: string): ModelItem | undefined {
    const all = this.items.filter((item) => item.url === url || item.aliases.includes(url));
    all.sort((a, b) => Number(b.url === url) - Number(a.url === url));
    return all.find(({ place }) => place !== 'deleted') ?? all[0];
  }

  /** The link that was saved from this address, and waits to be read. */
  linkFrom(url: string): ModelItem | undefined {
    const links = this.items.filter(({ kind, place }) => kind === 'link' && place !== 'deleted');
    return links.find((item) => item.url === url || item.aliases.includes(url));
  }

  /** Notes a save, for its Undo. */
  receive(item: ModelItem, url: string, undo: Omit<ModelUndo, 'after'>): void {
    this.receipts.set(url, { at: undo.at, id: item.id });
    this.undos.set(item.id, { ...undo, after: structuredClone(item) });
  }

  /** Does the step; gives what is to be said to the person. Of the texts behind one, `told` is that which was chosen. */
  perform(step: Step, now: number, told: string): string {
    if (step.do === 'save') return saveInModel(this, step, now);
    if (step.do === 'update') return updateInModel(this, step, now);
    if ('at' in step) return this.#performAt(step, now, told);
    if (step.do === 'rename') this.#rename(tagAt(step.tag), step.to === null ? null : tagAt(step.to));
    else this.#drop(step.do === 'empty' ? 0 : DAYS_KEPT, now);
    return '';
  }

  #performAt(step: Extract<Step, { at: number }>, now: number, told: string): string {
    const url = ADDRESSES[step.at] ?? '';
    if (step.do === 'link') return saveLinkInModel(this, url, now);
    if (step.do === 'import') return importInModel(this, step, now);
    if (step.do === 'undo') return undoInModel(this, url, now);
    const item = this.own(url);
    if (!item) return '';
    if (step.do === 'useCopy' || step.do === 'dropCopy') return this.#copy(item, step.do, told);
    changeInModel(this, item, step, now);
    return '';
  }

  #copy(item: ModelItem, what: 'useCopy' | 'dropCopy', text: string): string {
    if (text === '') return '';
    if (!item.behind.includes(text)) return 'a text that was not kept';
    item.behind = item.behind.filter((other) => other !== text);
    if (what === 'useCopy') putText(item, text);
    return text;
  }

  #rename(from: string, to: string | null): void {
    for (const item of this.items)
      item.tags = withTags(
        [],
        item.tags.flatMap((tag) => (tag === from ? (to ?? []) : tag)),
      );
  }

  #drop(days: number, now: number): void {
    const isGone = ({ place, deletedDay }: ModelItem) => place === 'deleted' && this.day(now) - deletedDay >= days;
    this.items = this.items.filter((item) => !isGone(item));
    for (const [id, { at }] of this.undos) if (now - at > DAY) this.undos.delete(id);
  }
}
