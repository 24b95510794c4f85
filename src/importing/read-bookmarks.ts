import type { ImportLine, ImportSource } from '../model/imported-item.ts';
import { isDefaultFolder } from './default-folders.ts';
import { importRow } from './import-row.ts';
import { readTime } from './read-time.ts';
import { type ScannedTag, scanTags } from './scan-tags.ts';

const ARCHIVE = /^(?:read )?archived?$|^归档$/i;

/**
 * Reads bookmarks as all browsers write them (the Netscape format,
 * https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)),
 * and the lists of links of Pocket, Instapaper and Pinboard. The folder a page is in becomes a tag.
 */
export function readBookmarks(html: string): { source: ImportSource; lines: Iterable<ImportLine> } {
  const head = html.slice(0, 2000);
  const source = /<title>\s*Pocket/i.test(head)
    ? 'pocket'
    : /<title>\s*Instapaper/i.test(head)
      ? 'instapaper'
      : 'bookmarks';
  return { source, lines: readLinks(html, /<!doctype\s+netscape-bookmark-file/i.test(head)) };
}

function* readLinks(html: string, hasTitle: boolean): Generator<ImportLine> {
  const at: Reading = { hasTitle, folders: [], heading: '', link: null, title: '', note: '', inside: null };
  for (const tag of scanTags(html)) {
    const ends = tag.name === 'a' || tag.name === '/dl' || /^h[1-6]$/.test(tag.name);
    if (ends) yield* takeLink(at);
    follow(tag, at);
  }
  yield* takeLink(at);
}

/** Where the reading stands: the folders around, and the link whose title or note is being read. */
interface Reading {
  /** The first heading is the title of the file, as in all that browsers write, and no folder. */
  hasTitle: boolean;
  folders: string[];
  heading: string;
  link: ScannedTag | null;
  title: string;
  note: string;
  inside: 'link' | 'note' | null;
}

function* takeLink(at: Reading): Generator<ImportLine> {
  if (at.link) yield readLink(at.link, at.title, at.note, at.folders.at(-1) ?? at.heading);
  Object.assign(at, { link: null, title: '', note: '', inside: null });
}

/** What marks the browser's own folders in Chrome's and Firefox's files. */
const OWN_FOLDER = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

function follow(tag: ScannedTag, at: Reading): void {
  switch (tag.name) {
    case 'a':
      Object.assign(at, { link: tag, title: tag.text, inside: 'link' });
      return;
    case '/a':
      at.inside = null;
      return;
    case 'dd':
      Object.assign(at, { note: tag.text, inside: 'note' });
      return;
    case 'dl':
      at.folders.push(at.heading);
      return;
    case '/dl':
      at.folders.pop();
      // What follows a folder on the top level of Safari's files is in none.
      at.heading = '';
      return;
  }
  if (/^h[1-6]$/.test(tag.name)) {
    const isPlain = (at.hasTitle && tag.name === 'h1') || OWN_FOLDER.some((name) => tag.attributes.has(name));
    at.heading = isPlain || tag.attributes.get('id') === 'com.apple.ReadingList' ? '' : tag.text.trim();
  } else if (at.inside === 'link') at.title += tag.text;
  else if (at.inside === 'note') at.note += tag.name === 'br' ? `\n${tag.text}` : tag.text;
}

function readLink({ attributes }: ScannedTag, title: string, note: string, folder: string): ImportLine {
  const isArchived = ARCHIVE.test(folder) || attributes.get('toread') === '0';
  const isPlain = folder === '' || ARCHIVE.test(folder) || isDefaultFolder(folder);
  return importRow({
    url: attributes.get('href'),
    title,
    savedAt: readTime(attributes.get('time_added') ?? attributes.get('add_date')),
    tags: [...(isPlain || /^starred$/i.test(folder) ? [] : [folder]), ...(attributes.get('tags') ?? '').split(',')],
    place: isArchived ? 'archive' : 'list',
    favourite: /^starred$/i.test(folder),
    notes: [{ quote: '', note, colour: 'yellow', at: null }],
  });
}
