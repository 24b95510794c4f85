import type { Paragraph } from 'mdast';

/** Plain text, such as a passage or a note, with a paragraph for each of its lines; empty ones are left out. */
export const lineParagraphs = (text: string): Paragraph[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
