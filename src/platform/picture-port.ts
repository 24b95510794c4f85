import { browser } from './browser.ts';

const NAME = 'pictures ';

/**
 * Keeps a port open while a page reads the pictures of an article. However the page ends, the port ends with it. A
 * message sent at that moment may arrive when the tab is already at another page, and would not be believed. Gives the
 * function that closes it earlier.
 */
export function openPicturePort(articleId: string): () => void {
  try {
    const port = browser.runtime.connect({ name: NAME + articleId });
    return () => port.disconnect();
  } catch {
    // Recto was updated meanwhile; no background is left to hear of it.
    return () => undefined;
  }
}

/** Calls back with the article whose port has ended: its page is done with its pictures, or gone. Call it in the first turn. */
export function listenForPicturePorts(onEnd: (articleId: string) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name.startsWith(NAME)) port.onDisconnect.addListener(() => onEnd(port.name.slice(NAME.length)));
  });
}
