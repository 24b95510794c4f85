import { applyEdits, type Edit } from './apply-edits.ts';
import { findInLoops } from './find-in-loops.ts';
import { childOf, nodeIn, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** Methods that are called in many places, and that may be called through a function. */
const SHARED = new Set(
  (
    'map setAttribute removeAttribute getAttributeNames replaceWith charCodeAt appendChild createElement ' +
    'getElementsByTagName closest contains canParse toLowerCase startsWith endsWith flatMap replace remove ' +
    'hasAttribute getAttribute includes matches reduce every normalize importNode replaceChildren indexOf filter ' +
    'createTreeWalker split slice find match trim test exec append some join forEach getElementById ' +
    'compareDocumentPosition cloneNode push values entries lastIndexOf replaceChild'
  ).split(' '),
);

/**
 * Those of them that are called for each node or character. Their calls in loops, with `?.` and with a spread stay as
 * they are: a function with rest parameters takes several times as long as one with a single parameter.
 */
const BUSY = new Set(['push', 'charCodeAt', 'getAttribute']);

/** Those for which an argument `undefined` differs from none: `push(undefined)`, `reduce(a, undefined)`. */
const ASKS_HOW_MANY = new Set(['push', 'append', 'replaceWith', 'replaceChildren', 'reduce', 'lastIndexOf']);

/**
 * Writes `a.setAttribute(b, c)` and `a?.closest(b)` as calls of functions of the script, so that the name of the method
 * is written once. The script is one function, whose first statement begins at `start`.
 */
export function shareMethods(code: string, start: number): string {
  const counts = new Map<string, number>();
  const optional = new Set<string>();
  const nodes = syntaxNodes(code);
  const ends = chainEnds(nodes);
  const isInLoop = findInLoops(nodes);
  const edits = nodes.flatMap((node): Edit[] => {
    const callee = calledMethod(node, code);
    if (callee === null) return [];
    const property = childOf(callee, 'property');
    const name = code.slice(property.start, property.end);
    const given = nodesIn(node, 'arguments');
    const hasMany = given.some(isSpread);
    const isOptional = callee['optional'] === true && ends.has(node) && given.every(isSimple);
    if (BUSY.has(name) && (isInLoop(node) || hasMany || isOptional)) return [];
    if (mayEndEarly(callee) && !isOptional) return [];
    if (isOptional) optional.add(name);
    counts.set(name, mostOf(name, counts.get(name), hasMany ? Number.POSITIVE_INFINITY : given.length));
    return [
      // With a space, since `return` or `typeof` may precede without one.
      { start: node.start, end: node.start, text: ` ${name}Of(` },
      {
        start: property.start - (callee['optional'] ? 2 : 1),
        end: property.end + 1,
        text: given.length === 0 ? '' : ',',
      },
    ];
  });
  const made = [...counts].map(([name, count]) => {
    const parameters = count === Number.POSITIVE_INFINITY ? '...b' : ['b', 'c', 'd'].slice(0, count).join();
    return `\nfunction ${name}Of(a,${parameters}){return a${optional.has(name) ? '?' : ''}.${name}(${parameters})}`;
  });
  return applyEdits(code, [{ start, end: start, text: made.join('') }, ...edits]);
}

/** How many parameters the function of a method needs, given calls with `before` and with `count` arguments. */
const mostOf = (name: string, before = 0, count: number): number =>
  before !== 0 && before !== count && ASKS_HOW_MANY.has(name) ? Number.POSITIVE_INFINITY : Math.max(before, count);

/** The callee of a call of one of the `SHARED` methods; null for any other node. */
function calledMethod(node: SyntaxNode, code: string): SyntaxNode | null {
  const callee = node.type === 'CallExpression' ? nodeIn(node, 'callee') : undefined;
  const property = nodeIn(callee, 'property');
  if (property === undefined || callee?.['computed'] !== false || code[property.end] !== '(') return null;
  return SHARED.has(code.slice(property.start, property.end)) ? callee : null;
}

const isSpread = ({ type }: SyntaxNode): boolean => type === 'SpreadElement';

/** The nodes at which an optional chain ends or continues with another `?.`. */
const chainEnds = (nodes: readonly SyntaxNode[]): Set<unknown> =>
  new Set(
    nodes.flatMap((node) =>
      node.type === 'ChainExpression'
        ? node['expression']
        : node['optional'] === true
          ? (node['object'] ?? node['callee'])
          : [],
    ),
  );

/** Whether an argument is a literal, a name or a template without expressions, so that evaluating it has no effect. */
function isSimple({ type, quasi, ...node }: SyntaxNode): boolean {
  const { expressions } = (quasi ?? node) as { expressions?: unknown[] };
  return /^(?:Literal|Identifier)$/.test(type) || expressions?.length === 0;
}

/** Whether a chain contains a `?.` that may end it before the call: `a?.b.setAttribute(c)`. */
function mayEndEarly(node: SyntaxNode | undefined): boolean {
  if (node?.type !== 'MemberExpression' && node?.type !== 'CallExpression') return false;
  return node['optional'] === true || mayEndEarly(nodeIn(node, 'object') ?? nodeIn(node, 'callee'));
}
