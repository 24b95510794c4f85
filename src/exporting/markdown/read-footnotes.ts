import type { FootnoteDefinition } from 'mdast';
import type { MarkdownReading } from './markdown-reading.ts';
import { readBlocks } from './read-blocks.ts';

/** The notes as `[^1]: …` definitions. Their links back are left out: Markdown makes its own. */
export function readFootnotes(reading: MarkdownReading): FootnoteDefinition[] {
  return [...reading.notes.values()].map(({ number, item }) => {
    const blocks = readBlocks(item, reading);
    const children = blocks.filter((block) => block.type !== 'footnoteDefinition') as FootnoteDefinition['children'];
    return { type: 'footnoteDefinition', identifier: String(number), label: String(number), children };
  });
}
