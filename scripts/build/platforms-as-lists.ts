import { applyEdits, type Edit } from './apply-edits.ts';
import { childOf, nodeIn, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** The fields of `ThreadPlatform` (src/extraction/platforms/thread-platform.ts), in the order of the list. */
const FIELDS = ['post', 'postText', 'postAuthor', 'postDate', 'drop', 'authorAttribute'];

/**
 * Writes the selectors of each forum engine as a list instead of an object, `{ post: 'a', postAuthor: 'b' }` as
 * `['a', , 'b']`, and `a.postAuthor` as `a[2]`: the names of the fields take 0.4 kB. Throws when one of the names is
 * used for anything else, which would break without an error.
 */
export function platformsAsLists(code: string): string {
  const nodes = syntaxNodes(code);
  const named = nodes.filter((node) => fieldOf(node) >= 0);
  const reads = named.filter(({ type }) => type === 'MemberExpression');
  if (named.length !== reads.length + nodes.filter(isPlatform).flatMap(propertiesOf).length)
    throw new Error('A field of a thread platform is the name of something else as well');
  const indexed = applyEdits(code, reads.map(editOfRead));
  const platforms = syntaxNodes(indexed).filter(isPlatform);
  return applyEdits(
    indexed,
    platforms.map((node) => ({ start: node.start, end: node.end, text: listOf(node, indexed) })),
  );
}

const editOfRead = (read: SyntaxNode): Edit => ({
  start: childOf(read, 'object').end,
  end: read.end,
  text: `[${fieldOf(read)}]`,
});

const isPlatform = (node: SyntaxNode): boolean => propertiesOf(node).some((property) => fieldOf(property) >= 0);

/** The place in the list of the field that a property or a member expression names; -1 for none. */
function fieldOf(node: SyntaxNode): number {
  const name = nodeIn(node, node.type === 'MemberExpression' ? 'property' : 'key');
  return name?.type === 'Identifier' && node['computed'] !== true ? FIELDS.indexOf(String(name['name'])) : -1;
}

/** The properties of an object, or of a pattern that takes one apart. */
const propertiesOf = (node: SyntaxNode): SyntaxNode[] =>
  node.type === 'ObjectExpression' || node.type === 'ObjectPattern' ? nodesIn(node, 'properties') : [];

/** An object, or a pattern, as a list. */
function listOf(object: SyntaxNode, code: string): string {
  const values: string[] = [];
  for (const property of propertiesOf(object)) {
    const { start, end } = childOf(property, 'value');
    values[fieldOf(property)] = code.slice(start, end);
  }
  return `[${Array.from(values, (value = '') => value).join()}]`;
}
