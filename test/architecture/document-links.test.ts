import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const DOCUMENTS = ['', 'docs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(ROOT, folder, name)),
);

/** The anchors of a document's headings, as GitHub makes them of their words. */
function anchorsOf(path: string): string[] {
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Where the links of a document lead within the project, by file and anchor. */
function linksOf(path: string): { file: string; anchor: string | undefined }[] {
  const targets = [...readFileSync(path, 'utf8').matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  return targets.map(([, file, anchor]) => ({ file: file ? join(dirname(path), file) : path, anchor }));
}

test('links between the documents lead to files and headings that are there', () => {
  const links = DOCUMENTS.flatMap((from) => linksOf(from).map((link) => ({ from, ...link })));
  expect(links.length).toBeGreaterThan(50);
  const dead = links.filter(
    ({ file, anchor }) => !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor)),
  );
  expect(
    dead.map(({ from, file, anchor }) => `${relative(ROOT, from)}: ${relative(ROOT, file)}#${anchor ?? ''}`),
  ).toEqual([]);
});
