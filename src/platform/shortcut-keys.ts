import { COMMAND_IDS, type CommandId } from '../model/command-id.ts';
import { browser } from './browser.ts';

export type ShortcutKeys = Record<CommandId, string | null>;

/**
 * The keys that are really set, as the browser writes them (`Alt+R`, `⌥R`); null for a command without one. Chrome
 * drops suggested keys that clash with its own or another extension's, and people change them. Firefox for Android has no
 * commands: all are null there.
 */
export async function shortcutKeys(): Promise<ShortcutKeys> {
  const commands = (await browser.commands?.getAll()) ?? [];
  const keyOf = (id: CommandId) => commands.find(({ name }) => name === id)?.shortcut || null;
  return Object.fromEntries(COMMAND_IDS.map((id) => [id, keyOf(id)])) as ShortcutKeys;
}
