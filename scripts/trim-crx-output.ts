import type { CrxPlugin } from '@crxjs/vite-plugin';

/**
 * Removes two leftovers of @crxjs/vite-plugin 3.0.0. It lists every injected script as a web-accessible resource of all
 * sites, which would let any page find out that Recto is installed; and it leaves an unused ES module copy of each
 * beside the self-contained one. Injection by `scripting.executeScript` needs neither.
 */
export function trimCrxOutput(): CrxPlugin {
  return {
    name: 'recto:trim-crx-output',
    enforce: 'post',
    renderCrxManifest(manifest, bundle) {
      delete manifest.web_accessible_resources;
      for (const [fileName, output] of Object.entries(bundle)) {
        const source = output.type === 'chunk' ? (output.facadeModuleId ?? '') : '';
        if (/\.iife\.tsx?(\?|$)/.test(source) && !fileName.endsWith('.iife.js')) delete bundle[fileName];
      }
      return manifest;
    },
  };
}
