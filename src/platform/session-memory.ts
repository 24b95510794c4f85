import { browser } from './browser.ts';

/**
 * What the background must know again after it was stopped, until the browser closes. In memory only; content scripts
 * cannot read it.
 */
export async function remember(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

export async function recall(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

export async function forget(key: string): Promise<void> {
  await browser.storage.session.remove(key);
}

/** All that is remembered under keys that begin with `prefix`, keyed by what follows it. */
export async function recallAll(prefix: string): Promise<Record<string, unknown>> {
  const items = Object.entries(await browser.storage.session.get(null));
  return Object.fromEntries(
    items.filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]),
  );
}
