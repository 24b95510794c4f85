import { applyEdits, type Edit } from './apply-edits.ts';
import { type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** Methods with long names that are called in many places, none of them busy. */
const SHARED = new Set(
  (
    'map setAttribute removeAttribute getAttributeNames replaceWith charCodeAt appendChild createElement getElementsByTagName closest ' +
    'contains canParse toLowerCase startsWith endsWith flatMap replace remove hasAttribute getAttribute includes matches ' +
    'reduce every normalize importNode replaceChildren indexOf filter createTreeWalker split slice find match trim test exec append some join forEach getElementById compareDocumentPosition cloneNode push ' +
    'values entries lastIndexOf replaceChild'
  ).split(' '),
);

/**
 * Those of them that loops call for each node or letter, and that the script's own functions for what may not be there call. A function for any number
 * of things takes several times as long as one for a single thing.
 */
const BUSY = new Set(['push', 'charCodeAt', 'getAttribute']);

/** Those that do something else with `undefined` than with nothing: `push(a, undefined)`, `reduce(a, undefined)`. */
const ASKS_HOW_MANY = new Set(['push', 'append', 'replaceWith', 'replaceChildren', 'reduce', 'lastIndexOf']);

/**
 * Writes `a.setAttribute(b, c)`, and `a?.closest(b)`, in a script in one function, which begins at `start`, as a call of a function of the script, so
 * that the name of the method stands once.
 */
export function shareMethods(code: string, start: number): string {
  const counts = new Map<string, number>();
  const optional = new Set<string>();
  const nodes = syntaxNodes(code);
  const ends = chainEnds(nodes);
  const loops = nodes.filter(({ type }) => /^(?:For|While|DoWhile)\w*Statement$/.test(type));
  const isInLoop = ({ start, end }: SyntaxNode) => loops.some((loop) => loop.start < start && end < loop.end);
  const edits = nodes.flatMap((node): Edit[] => {
    const callee = calledMethod(node, code);
    if (callee === null) return [];
    const property = callee['property'] as SyntaxNode;
    const name = code.slice(property.start, property.end);
    const given = node['arguments'] as SyntaxNode[];
    const hasMany = given.some(isSpread);
    const isOptional = callee['optional'] === true && ends.has(node) && given.every(isSimple);
    if (BUSY.has(name) && (isInLoop(node) || hasMany || isOptional)) return [];
    if (mayEndEarly(callee) && !isOptional) return [];
    if (isOptional) optional.add(name);
    counts.set(name, mostOf(name, counts.get(name), hasMany ? Number.POSITIVE_INFINITY : given.length));
    return [
      // After a space: there may be none after `return` or `typeof`.
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

/** For how many things the function of a method has to be, of which calls with `before` and with `count` are known. */
const mostOf = (name: string, before = 0, count: number): number =>
  before !== 0 && before !== count && ASKS_HOW_MANY.has(name) ? Number.POSITIVE_INFINITY : Math.max(before, count);

/** What a node calls, when it is a method with one of these names. */
function calledMethod(node: SyntaxNode, code: string): SyntaxNode | null {
  const callee = node.type === 'CallExpression' ? (node['callee'] as SyntaxNode) : undefined;
  const property = callee?.['property'] as SyntaxNode | undefined;
  if (property === undefined || callee?.['computed'] !== false || code[property.end] !== '(') return null;
  return SHARED.has(code.slice(property.start, property.end)) ? callee : null;
}

const isSpread = ({ type }: SyntaxNode): boolean => type === 'SpreadElement';

/** Where a chain with `?.` ends, or goes on with another `?.`. */
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

/** A value, a name or a template without anything put in: the same is looked at, and nothing done, where the method is not called. */
function isSimple({ type, quasi, ...node }: SyntaxNode): boolean {
  const { expressions } = (quasi ?? node) as { expressions?: unknown[] };
  return /^(?:Literal|Identifier)$/.test(type) || expressions?.length === 0;
}

/** Whether a chain has a `?.` in it, after which nothing of it is called: `a?.b.setAttribute(c)`. */
function mayEndEarly(node: SyntaxNode | undefined): boolean {
  if (node?.type !== 'MemberExpression' && node?.type !== 'CallExpression') return false;
  return node['optional'] === true || mayEndEarly((node['object'] ?? node['callee']) as SyntaxNode | undefined);
}
