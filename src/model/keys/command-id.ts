/** Keyboard commands of the manifest. `_execute_action` opens the popup and is the browser's own. */
export const COMMAND_IDS = ['toggle-reader', '_execute_action', 'save-page', 'open-list'] as const;

export type CommandId = (typeof COMMAND_IDS)[number];
