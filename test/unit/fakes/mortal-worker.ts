import { AsyncLocalStorage } from 'node:async_hooks';
import { IDBFactory, IDBIndex, IDBObjectStore, IDBDatabase as StoredDatabase } from 'fake-indexeddb';

/** One life of the background's worker. What it does outside itself is counted, and it may end at any of these steps. */
export interface Life {
  steps: number;
  /** The step that it does not live to take. */
  endsAt: number;
  hasEnded: boolean;
  /** Resolves at its end. */
  end: Promise<void>;
  /** Ends it, as browsers do: nothing is told, what was not committed is undone. */
  kill(): void;
}

interface OwnLife extends Life {
  transactions: Set<IDBTransaction>;
}

/** Follows promises, timers and callbacks: what a dead worker had still to do is known as its own, and is not done. */
const lives = new AsyncLocalStorage<OwnLife>();

export function beginLife(endsAt = Number.POSITIVE_INFINITY): Life {
  let tell: () => void = () => undefined;
  const life: OwnLife = {
    steps: 0,
    endsAt,
    hasEnded: false,
    end: new Promise((resolve) => {
      tell = resolve;
    }),
    transactions: new Set(),
    kill() {
      life.hasEnded = true;
      for (const transaction of life.transactions) {
        try {
          transaction.abort();
        } catch {
          // It had been committed.
        }
      }
      tell();
    },
  };
  return life;
}

export const runIn = <T>(life: Life, work: () => T): T => lives.run(life as OwnLife, work);

/** Takes a step of the life that is at work here; false when it has ended. Outside all lives every step is taken. */
function step(): boolean {
  const life = lives.getStore();
  if (!life) return true;
  if (life.hasEnded) return false;
  life.steps += 1;
  if (life.steps === life.endsAt) life.kill();
  return !life.hasEnded;
}

const never = new Promise<never>(() => undefined);

/** Makes every function of an API, at any depth, a step; nothing comes back from one that a dead worker calls. */
export function withSteps<T extends object>(api: T): T {
  return new Proxy(api, {
    get(target, key, self): unknown {
      const value: unknown = Reflect.get(target, key, self);
      if (typeof value === 'function') return (...args: unknown[]) => (step() ? value.apply(target, args) : never);
      return typeof value === 'object' && value !== null ? withSteps(value) : value;
    },
  });
}

/** A request that is never answered. */
function deafRequest(): IDBRequest {
  const request: IDBRequest = Object.create(IDBOpenDBRequest.prototype);
  return Object.assign(request, { addEventListener: () => undefined, removeEventListener: () => undefined });
}

/** Whoever is dead hears nothing of what becomes of his requests. Heard first: to be called before anybody listens. */
function heardAliveOnly<T extends EventTarget>(target: T): T {
  const life = lives.getStore();
  if (life)
    for (const kind of ['success', 'error', 'abort', 'complete', 'upgradeneeded'])
      target.addEventListener(kind, (event) => life.hasEnded && event.stopImmediatePropagation());
  return target;
}

const REQUESTS = ['put', 'add', 'delete', 'clear', 'get', 'getAll', 'getKey', 'getAllKeys', 'count', 'openCursor'];

/** Makes methods that give a request steps. */
function countRequests(owner: object, names: readonly string[]): void {
  for (const name of names) {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') continue;
    const counted = function (this: object, ...args: unknown[]): unknown {
      return step() ? heardAliveOnly(original.apply(this, args)) : deafRequest();
    };
    Reflect.set(owner, name, counted);
  }
}

/** Makes every use of the database a step. To be called once in a test file. */
export function countDatabaseSteps(): void {
  countRequests(IDBObjectStore.prototype, REQUESTS);
  countRequests(IDBIndex.prototype, REQUESTS);
  countRequests(IDBFactory.prototype, ['open']);
  const begin = StoredDatabase.prototype.transaction;
  StoredDatabase.prototype.transaction = function (this: typeof StoredDatabase.prototype, ...args) {
    const transaction = begin.apply(this, args);
    heardAliveOnly(transaction as unknown as IDBTransaction);
    // A dead worker may begin what it likes: it gets no request through.
    lives.getStore()?.transactions.add(transaction as unknown as IDBTransaction);
    return transaction;
  };
}
