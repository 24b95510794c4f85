import { closeStyleSheets } from './close-style-sheets.ts';
import { declareGlobals } from './declare-globals.ts';
import { finishExtractionScript } from './finish-extraction-script.ts';
import { shortenFunctions } from './shorten-script.ts';

/**
 * Turns a minified injected script into the one that is shipped. Those that are injected each time the reader opens are
 * shortened; the others only declare their names. Takes the script's path, as source or as built.
 */
export function finishInjectedScript(path: string, code: string): string {
  if (/\/extract\.iife\.[jt]s$/.test(path)) return finishExtractionScript(code);
  return /\/(?:overlay|sanitise)\.iife\.(?:js|tsx?)$/.test(path)
    ? declareGlobals(shortenFunctions(closeStyleSheets(code)), { plain: true })
    : declareGlobals(code);
}
