import { browser } from '../platform/browser.ts';
import { EXTRACT_SCRIPT, OVERLAY_SCRIPT } from '../platform/injected-scripts.ts';

browser.commands.onCommand.addListener((_command: string) => {
  void browser.tabs
    .query({ active: true, lastFocusedWindow: true })
    .then(([tab]) =>
      browser.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: [EXTRACT_SCRIPT, OVERLAY_SCRIPT] }),
    );
});
