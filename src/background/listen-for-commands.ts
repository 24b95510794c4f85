import type { CommandId } from '../model/keys/command-id.ts';
import { activeTab, type TabInfo, tabInfo } from '../platform/active-tab.ts';
import { browser, type Tabs } from '../platform/browser.ts';
import { isWelcomePage } from '../platform/own-pages.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { openList } from './open-list.ts';
import { runForTab } from './run-for-tab.ts';
import { savePage } from './save-page.ts';
import { toggleReader } from './toggle-reader.ts';

type Command = (tab: TabInfo, library: BackgroundLibrary) => Promise<void>;

/** The commands of the manifest; the browser itself runs `_execute_action`. */
const COMMANDS: Record<Exclude<CommandId, '_execute_action'>, Command> = {
  // The first-run page hears it itself.
  'toggle-reader': async (tab, library) => (isWelcomePage(tab.url) ? undefined : toggleReader(tab, library)),
  'save-page': savePage,
  'open-list': () => openList(),
};

/** Runs the commands. Firefox for Android has no keyboard commands. */
export function listenForCommands(library: BackgroundLibrary): void {
  browser.commands?.onCommand.addListener((name: string, pressedIn?: Tabs.Tab) => {
    const command = Object.entries(COMMANDS).find(([id]) => id === name)?.[1];
    if (command !== undefined) void runIn(command, pressedIn, library);
  });
}

/** The browser hands over the tab since Chrome 86 and Firefox 126; asking for it would cost a round trip. */
async function runIn(command: Command, pressedIn: Tabs.Tab | undefined, library: BackgroundLibrary): Promise<void> {
  const tab = tabInfo(pressedIn ?? null) ?? (await activeTab());
  if (tab !== null) await runForTab(tab, () => command(tab, library));
}
