import type { SyntaxNode } from './syntax-nodes.ts';

/** The identifiers with each name, in the order of the source. Names of properties are left out. */
export function identifiersByName(nodes: readonly SyntaxNode[]): Map<string, SyntaxNode[]> {
  const keys = propertyNames(nodes);
  const identifiers = new Map<string, SyntaxNode[]>();
  for (const node of nodes) {
    if (node.type !== 'Identifier' || keys.has(node)) continue;
    const name = String(node['name']);
    identifiers.set(name, [...(identifiers.get(name) ?? []), node]);
  }
  return identifiers;
}

/** The nodes that are names of properties: `b` in `a.b` and in `{ b: c }`. */
export const propertyNames = (nodes: readonly SyntaxNode[]): Set<unknown> =>
  new Set(nodes.flatMap((node) => (node['computed'] === true ? [] : [node['property'], node['key']])));
