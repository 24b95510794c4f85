import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { bundleEntries } from './scripts/build/bundle-entries.ts';
import { emitWords } from './scripts/build/emit-words.ts';
import { escapeNoncharacters } from './scripts/build/escape-noncharacters.ts';
import { firefoxManifest } from './scripts/build/firefox-manifest.ts';
import { joinStyleSheets } from './scripts/build/join-style-sheets.ts';
import { slimHanPhrases } from './scripts/build/slim-han-phrases.ts';
import { slimReadability } from './scripts/build/slim-readability.ts';
import { TARGET_BROWSERS } from './scripts/build/target-browsers.ts';
import { trimCrxOutput } from './scripts/build/trim-crx-output.ts';
import { earlyReading, lateAliases } from './scripts/late/late-aliases.ts';

/** What is late in this build, on purpose; nothing in what is shipped. */
const LATE = process.env['RECTO_LATE'];

/** `vite build --mode firefox` makes the Firefox build; Chromium is the default. */
export default defineConfig(async ({ mode }) => ({
  resolve: {
    dedupe: ['preact'],
    alias: [
      ...lateAliases(LATE),
      { find: '@mozilla/readability', replacement: slimReadability(import.meta.dirname) },
      { find: 'opencc-js/dict/STPhrases', replacement: await slimHanPhrases(import.meta.dirname) },
    ],
  },
  plugins: [
    crx({
      manifest: (mode === 'firefox' ? firefoxManifest(manifest as never) : manifest) as unknown as ManifestV3Export,
      browser: mode === 'firefox' ? 'firefox' : 'chrome',
    }),
    trimCrxOutput(),
    bundleEntries(),
    joinStyleSheets(),
    escapeNoncharacters(),
    emitWords(),
  ],
  build: {
    outDir: mode === 'firefox' ? 'dist/firefox' : 'dist/chromium',
    emptyOutDir: true,
    target: TARGET_BROWSERS,
    // Each page's script is made one file afterwards (bundle-entries.ts): only the style sheets of what is loaded later
    // are named beside it.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file: string, names: string[]) => names.filter((name) => name.endsWith('.css')),
    },
    rolldownOptions: {
      input: {
        'early-reading': earlyReading(LATE),
        reader: 'src/reader/reader.html',
        permission: 'src/permission/permission.html',
        welcome: 'src/welcome/welcome.html',
      },
      // No hashes in names: nothing is cached here, and the plugin's would depend on the folder that is built in.
      output: { entryFileNames: 'assets/[name].js', chunkFileNames: 'assets/[name].js' },
    },
  },
}));
