import { applyEdits, type Edit } from './apply-edits.ts';
import { identifiersByName } from './identifiers-by-name.ts';
import { nodeIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/**
 * Moves a named number or string that is used once to where it is used. Minifiers do not do so when the use is in
 * another function. A name that is used more often, or assigned to, stays.
 */
export function placeConstants(code: string): string {
  const nodes = syntaxNodes(code);
  const isOther = new Set(
    nodes.flatMap(({ type, left, argument, shorthand, value }) => [
      /^Assignment|^For/.test(type) ? left : null,
      type === 'UpdateExpression' ? argument : null,
      shorthand === true ? value : null,
    ]),
  );
  const named = identifiersByName(nodes);
  const edits = nodes.flatMap((node): Edit[] => {
    const [id, constant] = [nodeIn(node, 'id'), nodeIn(node, 'init')];
    if (node.type !== 'VariableDeclarator' || !id || !constant || !isConstant(constant)) return [];
    const [first, use, ...further] = named.get(String(id['name'])) ?? [];
    if (first !== id || !use || further.length > 0 || isOther.has(use)) return [];
    return [
      // `0` in its place: a string would become a tagged template in a later step, which no minifier drops.
      { start: constant.start, end: constant.end, text: '0' },
      { start: use.start, end: use.end, text: code.slice(constant.start, constant.end) },
    ];
  });
  return applyEdits(code, edits);
}

/** Whether a node is a number or a string. Minifiers write some strings as templates without expressions. */
const isConstant = ({ type, value, quasis }: SyntaxNode): boolean =>
  type === 'TemplateLiteral'
    ? (quasis as unknown[]).length === 1
    : type === 'Literal' && /^(?:number|string)$/.test(typeof value);
