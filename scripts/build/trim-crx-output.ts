import type { CrxPlugin } from '@crxjs/vite-plugin';
import { closeStyleSheets } from './close-style-sheets.ts';
import { finishExtractionScript } from './finish-extraction-script.ts';
import { shortenFunctions } from './shorten-script.ts';

/**
 * Removes two leftovers of @crxjs/vite-plugin 3.0.0. It lists every injected script as a web-accessible resource of all
 * sites, which would let any page find out that Recto is installed; and it leaves an unused ES module copy of each
 * beside the self-contained one. Injection by `scripting.executeScript` needs neither. The scripts that every opening waits
 * for are made shorter still.
 */
export function trimCrxOutput(): CrxPlugin {
  return {
    name: 'recto:trim-crx-output',
    enforce: 'post',
    renderCrxManifest(manifest, bundle) {
      delete manifest.web_accessible_resources;
      for (const [fileName, output] of Object.entries(bundle)) {
        const source = output.type === 'chunk' ? (output.facadeModuleId ?? '') : '';
        if (output.type === 'asset' && fileName.endsWith('/extract.iife.js')) {
          output.source = finishExtractionScript(String(output.source));
        }
        if (output.type === 'asset' && /\/(?:overlay|sanitise)\.iife\.js$/.test(fileName))
          output.source = shortenFunctions(closeStyleSheets(String(output.source)));
        if (/\.iife\.tsx?(\?|$)/.test(source) && !fileName.endsWith('.iife.js')) delete bundle[fileName];
      }
      return manifest;
    },
  };
}
