import { applyEdits, type Edit } from './apply-edits.ts';
import { childOf, isNode, nodeIn, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/**
 * Replaces each object with a single method `run`, that is, each extraction pass, by that method as a function, and
 * `a.run(b)` by `a(b)`. Throws when the name is used in any other way, which would break without an error.
 */
export function passesAsFunctions(code: string): string {
  const nodes = syntaxNodes(code);
  const calls = nodes.flatMap(callOf);
  const passes = nodes.flatMap((node): Edit[][] => {
    const { type, start, end } = node;
    const [method, further] = nodesIn(node, 'properties');
    if (type !== 'ObjectExpression' || further || !method || !isRun(method)) return [];
    const made = childOf(method, 'value');
    const body = childOf(made, 'body');
    return [
      [
        { start, end: made.start, text: made['async'] === true ? '(async' : '(' },
        { start: body.start, end: body.start, text: '=>' },
        { start: made.end, end, text: ')' },
      ],
    ];
  });
  const named = nodes.filter((node) => node['computed'] !== true && [node['key'], node['property']].some(isNamedRun));
  if (named.length !== passes.length + calls.length)
    throw new Error(`Not all that is called run is the only method of its object`);
  return applyEdits(code, [...passes.flat(), ...calls]);
}

const isNamedRun = (key: unknown): boolean => isNode(key) && key['name'] === 'run';

const isRun = (method: SyntaxNode): boolean => method['method'] === true && isNamedRun(method['key']);

function callOf(node: SyntaxNode): Edit[] {
  const callee = nodeIn(node, 'callee');
  const property = nodeIn(callee, 'property');
  if (node.type !== 'CallExpression' || !callee || property?.type !== 'Identifier' || !isNamedRun(property)) return [];
  if (callee['computed'] === true || callee['optional'] === true || node['optional'] === true) return [];
  return [{ start: childOf(callee, 'object').end, end: callee.end, text: '' }];
}
