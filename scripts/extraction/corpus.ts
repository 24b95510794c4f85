import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import { blockText } from '../../src/extraction/block-text.ts';

export const SUBSETS = ['article', 'documentation', 'forum', 'zh', 'readability'] as const;
export type Subset = (typeof SUBSETS)[number];

/** Rules are tuned on one half and reported on the other. */
export const HALVES = ['tune', 'report'] as const;
export type Half = (typeof HALVES)[number];

/** A page with its gold answer. */
export interface CorpusPage {
  id: string;
  subset: Subset;
  half: Half;
  url: string;
  file: string;
  gold: { text: string; title: string | null; author: string | null; date: string | null };
}

/** Folders of a corpus, as `loadCorpus` reads them. */
const PARTS = ['wcxb-dev', 'zh-news', 'readability-pages'] as const;

/** The folder that `--corpus` names, as a path from the root. Throws unless it has one of the parts of a corpus. */
export function corpusFolder(named: string | undefined): string {
  if (named === undefined) throw new Error('--corpus DIR is needed');
  const folder = resolve(named);
  if (PARTS.some((part) => existsSync(join(folder, part)))) return folder;
  throw new Error(`--corpus wants a folder with ${PARTS.join(', ')} in it, and ${folder} has none of them`);
}

/** Loads the pages of a folder laid out like `wcxb-dev`, `zh-news` and `readability-pages`; a missing part is left out. */
export function loadCorpus(folder: string): CorpusPage[] {
  return [
    ...loadWcxb(join(folder, PARTS[0])),
    ...loadChinese(join(folder, PARTS[1])),
    ...loadReadability(join(folder, PARTS[2])),
  ];
}

/** The half of a page never changes: it is a bit of the hash of its id. */
function halfOf(id: string): Half {
  return ((createHash('sha256').update(id).digest()[0] ?? 0) & 1) === 0 ? 'tune' : 'report';
}

interface WcxbGold {
  url: string;
  _internal: { page_type: { primary: string } };
  ground_truth: { title: string | null; author: string | null; publish_date: string | null; main_content?: string };
}

function loadWcxb(folder: string): CorpusPage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, 'ground-truth'))
    .sort()
    .flatMap((name): CorpusPage[] => {
      const gold: WcxbGold = JSON.parse(readFileSync(join(folder, 'ground-truth', name), 'utf8'));
      const subset = SUBSETS.find((known) => known === gold._internal.page_type.primary);
      const { title, author, publish_date: date, main_content: text = '' } = gold.ground_truth;
      const id = name.replace('.json', '');
      if (subset === undefined) return [];
      return [
        {
          id,
          subset,
          half: halfOf(id),
          url: gold.url || `https://page.example/${id}`,
          file: join(folder, 'html', `${id}.html.gz`),
          gold: { text, title, author, date },
        },
      ];
    });
}

interface ChineseGold {
  title: string;
  author: string;
  publish_time: string;
  content: string;
}

function loadChinese(folder: string): CorpusPage[] {
  if (!existsSync(folder)) return [];
  const all: Record<string, ChineseGold> = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'));
  return Object.entries(all).map(([name, { title, author, publish_time: date, content: text }]) => ({
    id: `zh/${name.replace('.html', '')}`,
    subset: 'zh',
    half: halfOf(name),
    url: `https://news.example/${name}`,
    file: join(folder, 'html', name),
    gold: { text, title, author, date },
  }));
}

function loadReadability(folder: string): CorpusPage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'expected.html')))
    .map((name) => {
      const {
        title,
        byline: author,
        publishedTime: date,
      } = JSON.parse(readFileSync(join(folder, name, 'expected-metadata.json'), 'utf8'));
      return {
        id: `readability/${name}`,
        subset: 'readability',
        half: halfOf(name),
        url: 'http://fakehost/test/page.html',
        file: join(folder, name, 'source.html'),
        gold: {
          text: textOfHtml(readFileSync(join(folder, name, 'expected.html'), 'utf8')),
          title,
          author: author ?? null,
          date: date ?? null,
        },
      };
    });
}

const textOfHtml = (html: string): string => blockText(new JSDOM(html).window.document.body);
