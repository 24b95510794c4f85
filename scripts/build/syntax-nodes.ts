import { parseAst } from 'vite';

/** A node of a syntax tree (ESTree), with its offsets in the source. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** All nodes of a script's syntax tree, each before its descendants. */
export function syntaxNodes(source: string): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    if ('type' in value && 'start' in value) nodes.push(value as SyntaxNode);
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source).body);
  return nodes;
}
