import { browser } from './browser.ts';

const NAME = 'pictures ';

/**
 * Holds a port open while a page reads the pictures of an article. It ends with the page, however that goes: a message sent
 * then may arrive when the tab is at another page already, and not be believed. Gives what ends it before.
 */
export function openPicturePort(articleId: string): () => void {
  try {
    const port = browser.runtime.connect({ name: NAME + articleId });
    return () => port.disconnect();
  } catch {
    // Recto was updated meanwhile; nobody is there to hear of it.
    return () => undefined;
  }
}

/** Calls back with the article whose port has ended: its page is done with its pictures, or gone. Call it in the first turn. */
export function listenForPicturePorts(onEnd: (articleId: string) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name.startsWith(NAME)) port.onDisconnect.addListener(() => onEnd(port.name.slice(NAME.length)));
  });
}
