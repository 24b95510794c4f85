import type { PhrasingContent } from 'mdast';
import { articleToMarkdown, articleToMarkdownInTurns } from '../../exporting/article-to-markdown.ts';
import { writeMarkdown } from '../../exporting/markdown/write-markdown.ts';
import { textFragmentAddress } from '../../exporting/text-fragment-address.ts';
import { describeRange } from '../../highlighting/find-anchor.ts';
import { mapText } from '../../highlighting/text-map.ts';
import type { Article } from '../../model/article.ts';
import type { HiddenBlock } from '../../model/hidden-blocks.ts';
import { copyText } from '../reader/copying/copy-text.ts';
import { dropHidden } from '../reader/hiding/hidden-blocks.ts';

/** What can be copied from an article besides what browsers copy. */
export const COPYING = { copyMarkdown, linkToPassage, copyText };

interface MarkdownToCopy {
  article: Article;
  /** The visible selection in the body; null for the whole article. */
  selected: Range | null;
  hidden: readonly HiddenBlock[];
  parts: {
    toFragment: (html: string) => DocumentFragment;
    /** In turns, for an article that is too long for one; null for any other. */
    toFragmentInTurns: (html: string) => Promise<DocumentFragment> | null;
  };
}

/** With more characters of HTML, writing the Markdown at once takes too long. */
const LONG = 150_000;

/** Elements that give their content its meaning: items need their list, lines of code their listing. */
const AROUND = 'ul, ol, dl, table, thead, tbody, tfoot, tr, pre, pre *';

/**
 * Gives the article, or its selected part, as Markdown with a line that names its source: at once, or for a very long
 * article after several turns, between which the browser can respond. Without the clipboard API all of it is done at
 * once, because browsers refuse the copy command later. Only what is visible is copied. Rejects when the Markdown
 * cannot be made.
 */
async function copyMarkdown(wanted: MarkdownToCopy, copy: (text: string) => void): Promise<void> {
  const { article, selected, hidden, parts } = wanted;
  const { head, name, source } = headOf(article);
  const options = { ...PLAIN, leadImage: article.leadImage, attribution: article.attribution };
  const whole = (text: string) => copy(`${name}\n${source}\n${text.trim()}\n`);
  const seen = (body: DocumentFragment) => {
    dropHidden(body, hidden);
    unframePictures(body);
    return body;
  };
  const atOnce = () => articleToMarkdown(head, seen(parts.toFragment(article.html)), options);
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (selected) {
    const part = selectedPart(selected);
    for (const block of part.querySelectorAll('[data-hidden]')) block.remove();
    unframePictures(part);
    copy(`${articleToMarkdown(head, part, PLAIN).trim()}\n\n— ${source}`);
  } else if (article.html.length < LONG || !clipboard) whole(atOnce());
  else
    await Promise.resolve(parts.toFragmentInTurns(article.html) ?? parts.toFragment(article.html))
      .then((body) => articleToMarkdownInTurns(head, seen(body), options))
      .catch(atOnce)
      .then(whole);
}

const PLAIN = { withFrontMatter: false };

/** The lines before an article's text: `name` its heading, `source` the line with its page. */
function headOf({ url, title, byline, siteName, publishedTime }: Article) {
  const text = (value: string) => ({ type: 'text' as const, value: value.replace(/\s+/g, ' ') });
  const words = text(title.trim());
  const rest = [byline, siteName].map((name) => (name ? ` · ${name}` : '')).join('');
  const line: PhrasingContent[] = [{ type: 'link', url, children: [words] }, text(rest)];
  return {
    head: { title, byline, url, siteName, publishedTime, savedAt: null, tags: [] },
    name: writeMarkdown([{ type: 'heading', depth: 1, children: [words] }]),
    source: writeMarkdown([{ type: 'paragraph', children: line }]),
  };
}

/** The address of the article's page, opened at the selected passage; null where no words are selected. */
function linkToPassage(article: Article, body: HTMLElement, selected: Range): string | null {
  const passage = describeRange(mapText(body), selected);
  return passage && textFragmentAddress(article.url, passage);
}

/** A copy of the selection that can stand alone: with the list, table or listing around it. */
function selectedPart(selected: Range): DocumentFragment {
  const part = selected.cloneContents();
  const { commonAncestorContainer: common } = selected;
  let around = common instanceof Element ? common : common.parentElement;
  for (; around?.matches(AROUND); around = around.parentElement) {
    const box = around.cloneNode(false);
    box.appendChild(part);
    part.append(box);
  }
  return part;
}

/**
 * Replaces the frames of pictures that are not kept with the pictures: the words in a frame do not belong to the
 * article.
 */
function unframePictures(body: ParentNode): void {
  for (const frame of body.querySelectorAll<HTMLElement>('.missing')) {
    const description = frame.getAttribute('aria-label') ?? '';
    const address = frame.dataset['src'];
    if (address === undefined) {
      frame.replaceWith(description);
      continue;
    }
    const picture = frame.ownerDocument.createElement('img');
    picture.alt = description;
    // Not `src`: it would be fetched.
    picture.dataset['src'] = address;
    frame.replaceWith(picture);
  }
}
