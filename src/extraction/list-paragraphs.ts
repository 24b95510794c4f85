import { blockText } from './block-text.ts';
import { makeElement } from './find-elements.ts';

/** More paragraphs take a browser seconds to lay out; beyond, lines run on in one paragraph. */
const MOST_PARAGRAPHS = 6_000;

/** Text beyond this is cut, and the cut is shown. */
const MOST_TEXT = 2_000_000;

/** The text of a page, and the same as bare paragraphs: for pages too large for anything else. */
export function listParagraphs(page: Document): { html: string; text: string } {
  const whole = page.body ? blockText(page.body) : '';
  const lines = (whole.length > MOST_TEXT ? `${whole.slice(0, MOST_TEXT)}\n…` : whole).split('\n');
  const together = Math.ceil(lines.length / MOST_PARAGRAPHS);
  const paragraphs: string[] = [];
  for (let at = 0; at < lines.length; at += together) paragraphs.push(lines.slice(at, at + together).join(' '));
  const box = page.implementation.createHTMLDocument('');
  for (const paragraph of paragraphs) box.body.appendChild(makeElement(box, 'p')).textContent = paragraph;
  return { html: box.body.innerHTML, text: whole === '' ? '' : paragraphs.join('\n') };
}
