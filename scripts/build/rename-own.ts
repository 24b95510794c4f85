import { applyEdits, type Edit } from './apply-edits.ts';
import { nodeIn, syntaxNodes } from './syntax-nodes.ts';

/**
 * Gives a script's own properties short names. A minifier cannot do that, since it does not know which properties are
 * those of other objects. Throws when one of them is named in a text.
 */
export function renameOwn(properties: readonly string[], code: string): string {
  // The 36 most frequent ones get the shortest names.
  const countOf = (name: string) => code.split(new RegExp(`\\b${name}\\b`)).length;
  const often = properties.toSorted((a, b) => countOf(b) - countOf(a));
  const names = new Map(often.map((name, index) => [name, `$${index.toString(36)}`]));
  const edits = syntaxNodes(code).flatMap((node): Edit[] => {
    if (node.type === 'Literal' && names.has(code.slice(node.start + 1, node.end - 1)))
      throw new Error(`A property is named in a text: ${code.slice(node.start, node.end)}`);
    const key = nodeIn(node, node.type === 'MemberExpression' ? 'property' : 'key');
    const short = key?.type === 'Identifier' && node['computed'] === false ? names.get(String(key['name'])) : undefined;
    if (key === undefined || short === undefined) return [];
    const { start, end } = key;
    return [{ start, end, text: node['shorthand'] === true ? `${short}:${code.slice(start, end)}` : short }];
  });
  return applyEdits(code, edits);
}
