import { FakeEvent } from './fake-event.ts';

type StorageChanges = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/** A storage area that keeps structured clones in memory, as `storage.local` and `storage.session` do. */
export class FakeStorageArea {
  readonly onChanged = new FakeEvent<[StorageChanges]>();
  private readonly values = new Map<string, unknown>();

  async get(keys?: string | string[] | null): Promise<Record<string, unknown>> {
    const wanted = keys === undefined || keys === null ? [...this.values.keys()] : [keys].flat();
    const found = wanted.filter((key) => this.values.has(key));
    return Object.fromEntries(found.map((key) => [key, structuredClone(this.values.get(key))]));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    const changes: StorageChanges = {};
    for (const [key, value] of Object.entries(items)) {
      changes[key] = { oldValue: this.values.get(key), newValue: value };
      this.values.set(key, structuredClone(value));
    }
    this.onChanged.fire(changes);
  }

  async remove(keys: string | string[]): Promise<void> {
    const changes: StorageChanges = {};
    for (const key of [keys].flat()) {
      if (this.values.has(key)) changes[key] = { oldValue: this.values.get(key) };
      this.values.delete(key);
    }
    this.onChanged.fire(changes);
  }
}
