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
    if (isNode(value)) nodes.push(value);
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source).body);
  return nodes;
}

/** Whether a value of a syntax tree is a node of it. */
export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** The node in a field of another one; undefined where there is none. */
export function nodeIn(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

/** The same for a field that nodes of this type always have. Throws where there is none. */
export function childOf(node: SyntaxNode, field: string): SyntaxNode {
  const child = nodeIn(node, field);
  if (!child) throw new Error(`A ${node.type} without ${field}`);
  return child;
}

/** The nodes in a field that is a list; none where there is no such field. */
export function nodesIn(node: SyntaxNode | undefined, field: string): SyntaxNode[] {
  const value = node?.[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}
