import { COMMAND_IDS, type CommandId } from '../model/keys/command-id.ts';
import { takeLatest } from '../model/take-latest.ts';
import { browser } from './browser.ts';

/** Address of Chrome's page for keyboard shortcuts; other Chromium browsers lead it to their own. */
const CHROMIUM_SHORTCUTS = 'chrome://extensions/shortcuts';

export type ShortcutKeys = Record<CommandId, string | null>;

/**
 * The keys that are really set, as the browser writes them (`Alt+R`, `⌥R`); null for a command without one. Chrome
 * drops suggested keys that clash with its own or another extension's, and people change them. All are null in Firefox
 * for Android, which has no commands. Rejects when the browser does not answer.
 */
export async function shortcutKeys(): Promise<ShortcutKeys> {
  return keysOf((await browser.commands?.getAll()) ?? []);
}

/** Reads them before a page is drawn. If the browser does not answer, none is known, but the page is drawn. */
export const readShortcutKeys = (): Promise<ShortcutKeys> => shortcutKeys().catch(() => keysOf([]));

function keysOf(commands: readonly { name?: string; shortcut?: string }[]): ShortcutKeys {
  const keyOf = (id: CommandId) => commands.find(({ name }) => name === id)?.shortcut || null;
  return Object.fromEntries(COMMAND_IDS.map((id) => [id, keyOf(id)])) as ShortcutKeys;
}

/**
 * Calls back with the keys whenever the user returns to this page, perhaps from the browser's own page for them, until
 * the signal aborts. If the browser does not answer, it does not call back. Gives a function that asks at once.
 */
export function watchShortcutKeys(onKeys: (keys: ShortcutKeys) => void, signal: AbortSignal): () => void {
  const ask = takeLatest(shortcutKeys, onKeys, signal);
  addEventListener('focus', ask, { signal });
  return ask;
}

/**
 * Opens the browser's own page for keyboard shortcuts. Firefox has a call for it since 137 and opens no about: page for
 * an extension; gives false where there is no way, so that the caller can say where the page is.
 */
export async function openShortcutSettings(): Promise<boolean> {
  try {
    if (browser.commands?.openShortcutSettings) await browser.commands.openShortcutSettings();
    else await browser.tabs.create({ url: CHROMIUM_SHORTCUTS });
    return true;
  } catch {
    return false;
  }
}
