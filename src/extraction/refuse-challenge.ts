import { RectoError } from '../model/recto-error.ts';
import { blockText } from './block-text.ts';
import { allElements, findAll } from './find-elements.ts';

/** In scripts and frames of nothing but pages that look at the browser before they let it in, by the makers of such pages. */
const SIGNS = /_cf_chl_opt|anubis_|captcha-delivery|_pxUuid|CWUDNSAI|gokuProps/;

/** Such a page is small; the scripts of others, which may hold megabytes, are not looked through. */
const MOST_ELEMENTS = 500;

/** Such a page says what it is doing, and why. Characters. */
const MOST_TEXT = 2500;

/** Throws `checking-browser` for a page that stands before the page while the browser is looked at, whatever its language. */
export function refuseChallenge(live: Document): void {
  if (
    allElements(live).length < MOST_ELEMENTS &&
    findAll(live, 'script, iframe').some((element) => SIGNS.test(element.outerHTML)) &&
    blockText(live).length < MOST_TEXT
  )
    throw new RectoError('checking-browser');
}
