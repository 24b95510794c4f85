import { applyEdits, type Edit } from './apply-edits.ts';
import { propertyNames } from './identifiers-by-name.ts';
import { childOf, nodeIn, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/**
 * Writes `f=a=>{let b=a.c;return b.d(b)}` as `f=(a,b=a.c)=>b.d(b)`: the first variables of a function become parameters
 * with default values. This is done only for arrow functions that are always called by name and never with more
 * arguments than they have parameters. A callback, for one, may be called with more. Takes minified code.
 */
export function moveVariablesToParameters(code: string): string {
  const nodes = syntaxNodes(code);
  const mostGiven = countArguments(nodes);
  const edits = nodes.flatMap((node): Edit[] => {
    const [id, init] = [nodeIn(node, 'id'), nodeIn(node, 'init')];
    if (node.type !== 'VariableDeclarator' || init?.type !== 'ArrowFunctionExpression') return [];
    const parameters = nodesIn(init, 'params');
    const given = mostGiven.get(String(id?.['name'])) ?? Number.POSITIVE_INFINITY;
    return given > parameters.length ? [] : rewrite(init, code);
  });
  // Only innermost functions. Those around them are rewritten in the next round.
  const innermost = edits.filter(({ end }, index) => (edits[index + 1]?.start ?? end) >= end);
  return edits.length === 0 ? code : moveVariablesToParameters(applyEdits(code, innermost));
}

/**
 * The most arguments with which each name is called; infinity for a name that is used in another way or declared twice.
 */
function countArguments(nodes: readonly SyntaxNode[]): Map<string, number> {
  const counts = new Map<string, number>();
  const keys = propertyNames(nodes);
  const shorthands = new Set(nodes.flatMap((node) => (node['shorthand'] === true ? [node['value']] : [])));
  const called = new Map<unknown, number>();
  const declared = new Map<string, unknown>();
  for (const node of nodes) {
    if (node.type === 'VariableDeclarator') {
      const id = childOf(node, 'id');
      if (!declared.has(String(id['name']))) declared.set(String(id['name']), id);
    }
    if (node.type !== 'CallExpression') continue;
    const given = nodesIn(node, 'arguments');
    const isSpread = given.some(({ type }) => type === 'SpreadElement');
    called.set(node['callee'], isSpread ? Number.POSITIVE_INFINITY : given.length);
  }
  for (const node of nodes) {
    if (node.type !== 'Identifier' || (keys.has(node) && !shorthands.has(node))) continue;
    const name = String(node['name']);
    if (declared.get(name) === node) continue;
    counts.set(name, Math.max(counts.get(name) ?? 0, called.get(node) ?? Number.POSITIVE_INFINITY));
  }
  return counts;
}

/**
 * Functions with these are left alone: a default value could not refer to what is hoisted in the body, nor use `await`.
 */
const HOISTED = /\b(?:var|function|await)\b/;

function rewrite(arrow: SyntaxNode, code: string): Edit[] {
  const body = childOf(arrow, 'body');
  const statements = body.type === 'BlockStatement' ? nodesIn(body, 'body') : [];
  const parameters = nodesIn(arrow, 'params');
  if (!parameters.every(canBeFollowed) || HOISTED.test(code.slice(body.start, body.end))) return [];
  const own = parameters.map(({ start, end }) => code.slice(start, end));
  const isVariable = ({ type, kind }: SyntaxNode) => type === 'VariableDeclaration' && kind === 'let';
  const write = (names: readonly string[], text: string): Edit[] => {
    const isAsync = arrow['async'] === true ? 'async' : '';
    return [{ start: arrow.start, end: arrow.end, text: `${isAsync}(${[...own, ...names].join()})=>${text}` }];
  };
  const [first] = statements;
  if (!first || !statements.some(isVariable)) return [];
  const head = isVariable(first) ? variablesOf(first, code).map(({ text }) => text) : [];
  const rest = head.length > 0 ? statements.slice(1) : statements;
  const value = asExpression(rest, code);
  const names = rest.filter(isVariable).flatMap((statement) => variablesOf(statement, code).map(({ name }) => name));
  if (value !== null && names.every((name) => name !== null)) return write([...head, ...names], value);
  return head.length > 0 ? write(head, `{${code.slice(first.end, body.end)}`) : [];
}

/**
 * Whether more parameters may follow a parameter. None may follow `...a`. After `a = b` a new parameter called `b`
 * would change the meaning of the default value.
 */
function canBeFollowed(parameter: SyntaxNode): boolean {
  const value = nodeIn(parameter, 'right');
  return parameter.type !== 'RestElement' && (value === undefined || value.type === 'Literal');
}

/**
 * The variables of a declaration: the name (null for destructuring), the text with the value, and that text once more as
 * `value` if there is one.
 */
function variablesOf(
  statement: SyntaxNode,
  code: string,
): { name: string | null; text: string; value: string | null }[] {
  return nodesIn(statement, 'declarations').map((declarator) => {
    const id = childOf(declarator, 'id');
    const text = code.slice(declarator.start, declarator.end);
    return {
      name: id.type === 'Identifier' ? String(id['name']) : null,
      text,
      value: declarator['init'] ? text : null,
    };
  });
}

/**
 * Statements that end in a `return`, as one expression: `if(a)return b;c=d;return e` is `a?b:(c=d,e)`. Null when
 * impossible.
 */
function asExpression([first, ...rest]: readonly SyntaxNode[], code: string): string | null {
  if (!first) return null;
  const argument = nodeIn(first, 'argument');
  if (first.type === 'ReturnStatement') return argument && rest.length === 0 ? inBrackets(argument, code) : null;
  const further = asExpression(rest, code);
  if (further === null) return null;
  if (first.type === 'ExpressionStatement')
    return `(${code.slice(first.start, first.end).replace(/;$/, '')},${further})`;
  if (first.type === 'VariableDeclaration') {
    const set = variablesOf(first, code).flatMap(({ value }) => value ?? []);
    return set.length === 0 ? further : `(${set.join()},${further})`;
  }
  const [test, then] = [nodeIn(first, 'test'), nodeIn(first, 'consequent')];
  const isReturn = first.type === 'IfStatement' && !first['alternate'] && then?.type === 'ReturnStatement';
  if (!isReturn || !test) return null;
  const given = nodeIn(then, 'argument');
  return `((${code.slice(test.start, test.end)})?${given ? `(${code.slice(given.start, given.end)})` : 'void 0'}:${further})`;
}

/** An expression as the body of an arrow function. A sequence or an object needs parentheses. */
function inBrackets(result: SyntaxNode, code: string): string {
  const text = code.slice(result.start, result.end);
  return result.type === 'SequenceExpression' || text.startsWith('{') ? `(${text})` : text;
}
