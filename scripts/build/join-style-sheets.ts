import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const LINK = /\s*<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;

/**
 * Joins the style sheets that a page starts with in one file. The browser answers requests for an extension's files on
 * the thread of its own interface, which is busy with the new page at that time. Three requests fewer show the text of
 * a saved article after 77 instead of 85 ms. A sheet that is also loaded later stays as it is.
 */
export function joinStyleSheets(): Plugin {
  return {
    name: 'recto:join-style-sheets',
    apply: 'build',
    enforce: 'post',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = '' }, bundle) {
        const pages = Object.keys(bundle).filter((name) => name.endsWith('.html'));
        const joined = new Set(pages.flatMap((page) => joinSheetsOf(dir, page)));
        const scripts = readdirSync(join(dir, 'assets')).filter((name) => name.endsWith('.js'));
        const code = scripts.map((name) => readFileSync(join(dir, 'assets', name), 'utf8')).join('\n');
        for (const sheet of joined) if (!code.includes(basename(sheet))) rmSync(join(dir, sheet));
      },
    },
  };
}

/** Writes the joined sheet of a page and links it in the page. Gives the names of the sheets in it. */
function joinSheetsOf(dir: string, page: string): string[] {
  const file = join(dir, page);
  const html = readFileSync(file, 'utf8');
  const sheets = [...html.matchAll(LINK)].map(([, name = '']) => name);
  if (sheets.length === 0) throw new Error(`${page} names no style sheet`);
  const one = `assets/${basename(page, '.html')}.css`;
  writeFileSync(join(dir, one), sheets.map((name) => readFileSync(join(dir, name), 'utf8')).join(''));
  const link = `    <link rel="stylesheet" href="/${one}">\n  </head>`;
  writeFileSync(file, html.replace(LINK, '').replace(/\s*<\/head>/, `\n${link}`));
  return sheets;
}
