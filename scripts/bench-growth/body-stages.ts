import { articleToHtml } from '../../src/exporting/article-to-html.ts';
import { articleToMarkdown } from '../../src/exporting/article-to-markdown.ts';
import { blockText } from '../../src/extraction/block-text.ts';
import { addMissing } from '../../src/extraction/completeness/add-missing.ts';
import { comparePage } from '../../src/extraction/completeness/compare-page.ts';
import { findMissing } from '../../src/extraction/completeness/find-missing.ts';
import { describeRange } from '../../src/highlighting/find-anchor.ts';
import { placeHighlights } from '../../src/highlighting/place-highlights.ts';
import { mapText } from '../../src/highlighting/text-map.ts';
import type { TextAnchor } from '../../src/model/highlights/highlight.ts';
import { makeSnippet } from '../../src/model/search/make-snippet.ts';
import { parseSearch } from '../../src/model/search/parse-search.ts';
import { sanitiseArticle } from '../../src/sanitising/sanitise-article.ts';
import { sanitiseInTurns } from '../../src/sanitising/sanitise-in-turns.ts';
import { segmentOfItem } from '../../src/storage/search/make-index-entry.ts';
import { metadataOfArticle } from '../../src/storage/stored-metadata.ts';
import { colourBlocks } from '../../src/ui/parts/colour-blocks.ts';
import { showHanScript } from '../../src/ui/parts/show-han-script.ts';
import { listSentences } from '../../src/ui/parts/speech/list-sentences.ts';
import { sentenceWalk } from '../../src/ui/parts/speech/sentence-walk.ts';
import { partLongText } from '../../src/ui/reader/article/part-long-text.ts';
import { prepareBody } from '../../src/ui/reader/article/prepare-body.ts';
import { linesOf } from '../../src/ui/reader/copying/copy-formulas.ts';
import { listHideable, markHidden, nameBlocks } from '../../src/ui/reader/hiding/hidden-blocks.ts';
import { distanceToPlace, listTextBlocks, readPlace } from '../../src/ui/reader/position/reading-place.ts';
import type { HostileBody } from './hostile-body.ts';

/** Gets ready, and gives what is measured. */
type BodyStage = (hostile: HostileBody) => () => unknown;

/** More highlights than this that are not found in the text take long, but not the square of their number. */
const MOST_LOST = 200;

/** What Recto does with an article that is shown, read, saved, searched or exported. */
export const BODY_STAGES: Record<string, BodyStage> = {
  sanitise:
    ({ html }) =>
    () =>
      sanitiseArticle(html),
  'sanitise in turns':
    ({ html }) =>
    () =>
      sanitiseInTurns(html, { from: 0 }),
  'prepare for reading': ({ html }) => {
    const fragment = sanitiseArticle(html);
    return () => {
      prepareBody(fragment, { tableLabel: 'Table', copyLabel: 'Copy' });
      partLongText(fragment);
    };
  },
  'text blocks':
    ({ body }) =>
    () =>
      listTextBlocks(body),
  'place of reading': ({ body }) => {
    const { bottom } = body.getBoundingClientRect();
    return () => readPlace(body, { top: bottom - 400, bottom }, 0);
  },
  'go to a moved place': ({ body }) => {
    const { bottom } = body.getBoundingClientRect();
    const place = readPlace(body, { top: bottom - 400, bottom }, 0);
    return () => place && distanceToPlace(body, { ...place, block: 1 }, { top: 0, bottom: 800 });
  },
  'hidden blocks': ({ body }) => {
    const names = nameBlocks(listHideable(body));
    return () => markHidden(body, names);
  },
  selection: ({ body }) => {
    const [range, map] = [rangeAtEnd(body), mapText(body)];
    return () => describeRange(map, range);
  },
  highlights: (hostile) => placing(hostile, (anchor) => anchor),
  'moved highlights': (hostile) => placing(hostile, (anchor) => ({ ...anchor, start: anchor.start + 7 })),
  'lost highlights': (hostile) =>
    placing({ ...hostile, size: Math.min(hostile.size, MOST_LOST) }, (anchor, at) => ({
      ...{ ...anchor, exact: `quartz vex${at} jumping fjord` },
    })),
  'reading aloud':
    ({ body }) =>
    () =>
      listSentences(body, 'en'),
  'reading aloud, from the end': ({ body }) => {
    const [sentences, { startContainer, startOffset }] = [listSentences(body, 'en'), rangeAtEnd(body)];
    return () => sentenceWalk(sentences, { node: startContainer, offset: startOffset });
  },
  'reading aloud, in another text': ({ body }) => {
    const sentences = listSentences(body, 'en');
    const others = sentences.map(({ text, range }) => ({ text: `${text}!`, range }));
    const { startContainer, startOffset } = rangeAtEnd(body);
    const walk = sentenceWalk(sentences, { node: startContainer, offset: startOffset });
    return () => walk.take(others);
  },
  'copied lines':
    ({ body }) =>
    () =>
      linesOf(body),
  'colours of code':
    ({ body }) =>
    () =>
      colourBlocks([...body.querySelectorAll('pre')], new AbortController().signal),
  'other Chinese characters':
    ({ body }) =>
    () =>
      showHanScript(body, 'simplified', new AbortController().signal),
  text:
    ({ body }) =>
    () =>
      blockText(body),
  'comparison with the page':
    ({ article }) =>
    () =>
      compare({ ...article, text: withoutSome(article.text), html: '<p>Another text.</p>' }),
  Markdown: ({ html }) => {
    const fragment = sanitiseArticle(html);
    return () => articleToMarkdown(HEAD, fragment);
  },
  'HTML file': ({ html, article }) => {
    const fragment = sanitiseArticle(html);
    const metadata = metadataOfArticle(article, 0, null, []);
    const exported = { metadata, article, highlights: [], pictures: new Map() };
    return () => articleToHtml(exported, fragment, { highlights: 'Highlights', original: 'Original' });
  },
  'index entry':
    ({ article }) =>
    () =>
      segmentOfItem('odd', 1, article),
  'snippet, words that are not there': ({ article: { text } }) => snippet(text, 'zebra "a quick fox" tid'),
  'snippet, phrase of 200 words': ({ article: { text } }) => snippet(text, `"${text.slice(-1500)}"`),
  'snippet, a page as query': ({ article: { text } }) => snippet(text, text.slice(0, 1000)),
};

const HEAD = {
  ...{ title: 'The tide', byline: null, url: 'https://odd.example/', siteName: null },
  ...{ publishedTime: null, savedAt: null, tags: [] },
};

function snippet(text: string, query: string): () => unknown {
  const { clauses } = parseSearch(query);
  return () => makeSnippet(text, clauses);
}

/** One line of five is missing. */
const withoutSome = (text: string): string =>
  text
    .split('\n')
    .filter((_line, at) => at % 5 !== 1)
    .join('\n');

async function compare(article: HostileBody['article']): Promise<unknown> {
  const comparison = await comparePage(document, article, async () => undefined);
  return comparison && addMissing(article, findMissing(comparison), (html) => sanitiseArticle(html));
}

/** The last letters of a body. */
function rangeAtEnd(body: HTMLElement): Range {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) last = node as Text;
  const range = document.createRange();
  range.selectNodeContents(last ?? body);
  if (last) range.setStart(last, Math.max(0, last.length - 12));
  return range;
}

const CONTEXT = 32;
const LENGTH = 20;

/**
 * As many highlights as suit the size of the body, all over its text. `change` turns each into what was stored of it.
 */
function placing({ body, size }: HostileBody, change: (anchor: TextAnchor, at: number) => TextAnchor): () => unknown {
  const { text } = mapText(body);
  const anchors = Array.from({ length: size }, (_, at) => {
    const start = Math.floor((at * Math.max(0, text.length - LENGTH)) / size);
    const end = start + LENGTH;
    const [prefix, suffix] = [text.slice(Math.max(0, start - CONTEXT), start), text.slice(end, end + CONTEXT)];
    return change({ exact: text.slice(start, end), prefix, suffix, start, end }, at);
  });
  return () => new Promise<void>((resolve) => placeHighlights(mapText(body), anchors, () => resolve()));
}
