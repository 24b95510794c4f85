import { applyEdits, type Edit } from './apply-edits.ts';
import { identifiersByName } from './identifiers-by-name.ts';
import { childOf, isNode, nodeIn, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** Methods of patterns and strings whose result does not depend on capture groups. */
const GIVES_NO_GROUPS = new Set(['test', 'search']);

/**
 * Writes `(?:a|b)` as `(a|b)` in patterns whose groups are never read, to save two bytes each. These are patterns that
 * are only tested, and patterns in `replace` with a string without `$`, or with a function of one parameter.
 */
export function captureGroups(code: string): string {
  const nodes = syntaxNodes(code);
  const uses = identifiersByName(nodes);
  const parents = new Map<unknown, SyntaxNode>();
  for (const node of nodes)
    for (const child of Object.values(node).flat()) if (isNode(child) && !parents.has(child)) parents.set(child, node);
  const readsGroups = (node: SyntaxNode): boolean => !readsNoGroups(node, parents, code);
  const edits = nodes.flatMap((node): Edit[] => {
    if (node['regex'] === undefined) return [];
    const text = code.slice(node.start, node.end);
    const declared = parents.get(node);
    const isNamed = declared?.type === 'VariableDeclarator' && declared['init'] === node;
    const places = isNamed ? uses.get(String(childOf(declared, 'id')['name'])) : [node];
    // A pattern is left alone if it has a back-reference or any of its uses reads groups, or its name is not found.
    if (!places?.[0] || /\\[1-9k]/.test(text) || places.filter((place) => place !== declared?.['id']).some(readsGroups))
      return [];
    const { start, end } = node;
    return [
      { start, end, text: text.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?:/gs, (part) => (part === '(?:' ? '(' : part)) },
    ];
  });
  return applyEdits(code, edits);
}

/** Whether a use of a pattern, or of its name, does not read the groups. */
function readsNoGroups(node: SyntaxNode, parents: ReadonlyMap<unknown, SyntaxNode>, code: string): boolean {
  const parent = parents.get(node);
  const callee = nodeIn(parent?.type === 'MemberExpression' ? parents.get(parent) : parent, 'callee');
  const property = nodeIn(callee, 'property');
  if (callee === undefined || property === undefined || callee['computed'] === true) return false;
  const name = code.slice(property.start, property.end);
  if (callee === parent) return callee['object'] === node && name === 'test';
  const [first, replacement] = nodesIn(parent, 'arguments');
  if (first !== node) return false;
  return (
    GIVES_NO_GROUPS.has(name) ||
    (name === 'replace' && replacement !== undefined && isReplacementWithoutGroups(replacement, code))
  );
}

function isReplacementWithoutGroups(replacement: SyntaxNode, code: string): boolean {
  if (replacement.type === 'ArrowFunctionExpression') {
    const [given, further] = nodesIn(replacement, 'params');
    return !further && given?.type !== 'RestElement';
  }
  return /^["'`][^$]*["'`]$/.test(code.slice(replacement.start, replacement.end));
}
