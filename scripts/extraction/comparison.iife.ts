/**
 * The libraries Recto is compared with, as they come, each on a copy of the page. Injected by the benchmark only; it is
 * no part of the extension.
 */
import { Readability } from '@mozilla/readability/index.js';
import Defuddle from 'defuddle';
import { blockText } from '../../src/extraction/block-text.ts';

export type Library = 'readability' | 'defuddle';

/** What a library made of a page; an empty text when it found nothing. */
export interface LibraryReading {
  title: string | null;
  byline: string | null;
  publishedTime: string | null;
  html: string;
  text: string;
}

const RUN: Record<Library, (copy: Document) => Omit<LibraryReading, 'text'>> = {
  readability(copy) {
    const parsed = new Readability(copy).parse();
    const { title, byline, publishedTime, content } = parsed ?? {};
    return { title: title ?? null, byline: byline ?? null, publishedTime: publishedTime ?? null, html: content ?? '' };
  },
  defuddle(copy) {
    const { title, author, published, content } = new Defuddle(copy, { url: location.href }).parse();
    return { title, byline: author, publishedTime: published, html: content };
  },
};

type Found = ReturnType<(typeof RUN)[Library]>;

let copy = document;
let found: Found = { title: null, byline: null, publishedTime: null, html: '' };

/** Three steps, so that the time of the second is the library's own. */
Object.assign(globalThis, {
  rectoComparisonStart: {
    read(): true {
      copy = parseWithoutScripts();
      return true;
    },
  },
  rectoComparison: {
    read({ library }: { library: Library }): true {
      document.cloneNode(true);
      found = RUN[library](copy);
      return true;
    },
  },
  rectoComparisonEnd: {
    read(): LibraryReading {
      return { ...found, text: blockText(new DOMParser().parseFromString(found.html, 'text/html').body) };
    },
  },
});

/**
 * The libraries are fed as their own tests and command lines feed them: parsed with scripting off, so that `noscript`
 * holds elements. The time of a plain copy is counted instead of this one.
 */
function parseWithoutScripts(): Document {
  const copy = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html');
  if (copy.querySelector('base[href]') === null) copy.head.appendChild(copy.createElement('base')).href = location.href;
  return copy;
}
