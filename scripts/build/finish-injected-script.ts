import { closeStyleSheets } from './close-style-sheets.ts';
import { declareGlobals } from './declare-globals.ts';
import { finishExtractionScript } from './finish-extraction-script.ts';
import { inlinePatterns } from './inline-patterns.ts';
import { checkNotShared, OVERLAY_PROPERTIES } from './overlay-properties.ts';
import { renameOwn } from './rename-own.ts';
import { shortenFunctions } from './shorten-script.ts';

/**
 * Turns a minified injected script into the one that is shipped. Those that are injected each time the reader opens are
 * shortened; the others only declare their names, and have their patterns on one line. Takes the script's path, as source
 * or as built.
 */
export function finishInjectedScript(path: string, minified: string): string {
  const code = inlinePatterns(minified);
  if (/\/extract\.iife\.[jt]s$/.test(path)) return finishExtractionScript(code);
  if (/\/overlay\.iife\.(?:js|tsx?)$/.test(path))
    return declareGlobals(shortenFunctions(renameOwn(OVERLAY_PROPERTIES, closeStyleSheets(code))), { plain: true });
  checkNotShared(path, code);
  return /\/sanitise\.iife\.(?:js|tsx?)$/.test(path)
    ? declareGlobals(shortenFunctions(closeStyleSheets(code)), { plain: true })
    : declareGlobals(code);
}
