import { parseAst } from 'vite';

/** A node of a syntax tree (ESTree), with its place in the source. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** Every node of a script's syntax tree, outermost first. */
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
