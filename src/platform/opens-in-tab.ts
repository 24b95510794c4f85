import { siteOf } from '../model/address/site.ts';
import { isFirefox } from './is-firefox.ts';

/**
 * Whether a page of Recto may open this address in a tab. Firefox lets an extension read a file, or a page that stands in
 * its own address, but opens neither for it (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/tabs/create).
 */
export const opensInTab = (url: string): boolean => !isFirefox() || siteOf(url) !== null;
