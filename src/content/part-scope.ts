import { sendFromPage } from '../messaging/send-from-page.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { LoadPart, PartFunctions } from '../ui/parts/load-part.ts';

/** Where the scripts of the optional parts define them for the overlay: the page's isolated world. */
const partScope = globalThis;

/** Called by the script of a part; injecting it again changes nothing. */
export function definePart<Name extends keyof PartFunctions>(name: Name, part: PartFunctions[Name]): void {
  partScope.rectoParts ??= {};
  partScope.rectoParts[name] ??= part;
}

/** `LoadPart` for the overlay: the background injects the script. Throws `RectoError` `unexpected` where it did not come. */
export const loadInjectedPart: LoadPart = async (name) => {
  if (!partScope.rectoParts?.[name]) await sendFromPage('page.load-part', { part: name });
  const part = partScope.rectoParts?.[name];
  if (!part) throw new RectoError('unexpected', `no part ${name}`);
  return part;
};
