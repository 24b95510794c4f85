import type { SyntaxNode } from './syntax-nodes.ts';

/** Gives a function that says whether a node is inside a loop. `nodes` are all nodes of the script. */
export function findInLoops(nodes: readonly SyntaxNode[]): (node: SyntaxNode) => boolean {
  const loops = nodes.filter(({ type }) => /^(?:For|While|DoWhile)\w*Statement$/.test(type));
  return ({ start, end }) => loops.some((loop) => loop.start < start && end < loop.end);
}
