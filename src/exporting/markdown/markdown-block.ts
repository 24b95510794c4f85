import type { BlockContent, DefinitionContent } from 'mdast';
import type { Math as MathBlock } from 'mdast-util-math';

/** A block of a Markdown text, formulas among them (https://github.com/syntax-tree/mdast). */
export type MarkdownBlock = BlockContent | DefinitionContent | MathBlock;
