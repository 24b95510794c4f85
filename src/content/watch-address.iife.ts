/**
 * Injected into pages whose icon is marked as saved. A page that moves on by `history.pushState` keeps the icon of its
 * tab; this script tells the background, which looks again.
 */
import { askBackground } from '../messaging/ask-background.ts';
import { pageAddress } from '../model/address/page-address.ts';

/** For Firefox before 147, which has no Navigation API. */
const POLL_MS = 1000;

declare global {
  var rectoWatchesAddress: true | undefined;
}

const presentPage = (): string => pageAddress(location.href);

/**
 * Follows the address of this document. Its result is kept as a mark, so that injecting the script again starts no
 * second one.
 */
function reportMoves(): true {
  let known = presentPage();
  const check = () => {
    if (presentPage() === known) return;
    known = presentPage();
    // At worst the icon's mark is out of date until Recto is called on the page again.
    void askBackground('page.moved', {}).catch(() => undefined);
  };
  if ('navigation' in globalThis) navigation.addEventListener('currententrychange', check);
  else setInterval(check, POLL_MS);
  return true;
}

globalThis.rectoWatchesAddress ??= reportMoves();
