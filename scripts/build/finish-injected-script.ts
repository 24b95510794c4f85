import { closeStyleSheets } from './close-style-sheets.ts';
import { finishExtractionScript } from './finish-extraction-script.ts';
import { shortenFunctions } from './shorten-script.ts';

/**
 * Turns a minified injected script into the one that is shipped. Those that are injected each time the reader opens are
 * shortened; the others stay as they are. Takes the script's path, as source or as built.
 */
export function finishInjectedScript(path: string, code: string): string {
  if (/\/extract\.iife\.[jt]s$/.test(path)) return finishExtractionScript(code);
  return /\/(?:overlay|sanitise)\.iife\.(?:js|tsx?)$/.test(path) ? shortenFunctions(closeStyleSheets(code)) : code;
}
