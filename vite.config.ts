import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { firefoxManifest } from './scripts/firefox-manifest.ts';
import { trimCrxOutput } from './scripts/trim-crx-output.ts';

/** `BROWSER=firefox vite build` makes the Firefox build; Chromium is the default. */
const browser = process.env['BROWSER'] === 'firefox' ? 'firefox' : 'chrome';
const shipped = browser === 'firefox' ? firefoxManifest(manifest as never) : manifest;

export default defineConfig({
  resolve: { dedupe: ['preact'] },
  plugins: [
    crx({ manifest: shipped as unknown as ManifestV3Export, browser: browser === 'firefox' ? 'firefox' : 'chrome' }),
    trimCrxOutput(),
  ],
  build: {
    outDir: browser === 'firefox' ? 'dist/firefox' : 'dist/chromium',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    rolldownOptions: {
      input: {
        reader: 'src/reader/reader.html',
        permission: 'src/permission/permission.html',
      },
    },
  },
});
