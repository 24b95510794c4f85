import { applyEdits, type Edit } from './apply-edits.ts';
import { type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/**
 * Writes a number or a text that has a name where it is used, once: no minifier does where the use is in another function. A name that stands
 * anywhere else, or is given another value, keeps it.
 */
export function placeConstants(code: string): string {
  const nodes = syntaxNodes(code);
  const isKey = new Set(nodes.flatMap((node) => (node['computed'] === true ? [] : [node['property'], node['key']])));
  const isOther = new Set(
    nodes.flatMap(({ type, left, argument, shorthand, value }) => [
      /^Assignment|^For/.test(type) ? left : null,
      type === 'UpdateExpression' ? argument : null,
      shorthand === true ? value : null,
    ]),
  );
  const named = new Map<string, SyntaxNode[]>();
  for (const node of nodes) {
    const name = String(node['name']);
    if (node.type === 'Identifier' && !isKey.has(node)) named.set(name, [...(named.get(name) ?? []), node]);
  }
  const edits = nodes.flatMap(({ type, id, init }): Edit[] => {
    const constant = init as SyntaxNode | null;
    if (type !== 'VariableDeclarator' || !constant || !isConstant(constant)) return [];
    const [first, use, ...further] = named.get(String((id as SyntaxNode)['name'])) ?? [];
    if (first !== id || !use || further.length > 0 || isOther.has(use)) return [];
    return [
      // A text left behind would become the template of a tag that shortens it, which no minifier drops.
      { start: constant.start, end: constant.end, text: '0' },
      { start: use.start, end: use.end, text: code.slice(constant.start, constant.end) },
    ];
  });
  return applyEdits(code, edits);
}

/** A number or a text; a minifier may have made a text a template without anything put in. */
const isConstant = ({ type, value, quasis }: SyntaxNode): boolean =>
  type === 'TemplateLiteral'
    ? (quasis as unknown[]).length === 1
    : type === 'Literal' && /^(?:number|string)$/.test(typeof value);
