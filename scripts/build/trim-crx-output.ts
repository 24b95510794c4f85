import type { CrxPlugin } from '@crxjs/vite-plugin';
import { finishInjectedScript } from './finish-injected-script.ts';

/**
 * Removes two things that @crxjs/vite-plugin 3.0.0 makes and that injection by `scripting.executeScript` does not need.
 * It lists every injected script as a web-accessible resource of all sites, by which any page could find out that Recto
 * is installed. And it writes an unused ES module beside each self-contained script. Also shortens the scripts that are
 * injected each time the reader opens.
 */
export function trimCrxOutput(): CrxPlugin {
  return {
    name: 'recto:trim-crx-output',
    enforce: 'post',
    renderCrxManifest(manifest, bundle) {
      delete manifest.web_accessible_resources;
      makeNoModule(manifest.background ?? {});
      for (const [fileName, output] of Object.entries(bundle)) {
        const source = output.type === 'chunk' ? (output.facadeModuleId ?? '') : '';
        if (output.type === 'asset' && fileName.endsWith('.iife.js'))
          output.source = finishInjectedScript(fileName, String(output.source));
        if (/\.iife\.tsx?(\?|$)/.test(source) && !fileName.endsWith('.iife.js')) delete bundle[fileName];
      }
      return manifest;
    },
  };
}

/**
 * Has the background run as a script that is no module, as `bundle-entries.ts` makes it. Chromium keeps the compiled code
 * of such a service worker, but not of a module, and reaches the page some 9 ms sooner.
 */
function makeNoModule(background: object): void {
  Reflect.deleteProperty(background, 'type');
}
