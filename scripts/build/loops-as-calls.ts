import { applyEdits, type Edit } from './apply-edits.ts';
import { childOf, isNode, nodeIn, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** What a function cannot do for the one around it, or means something else in it. */
const BOUND = /^(?:Await|Yield)Expression$|^ReturnStatement$|^(?:Super|MetaProperty)$/;

/** A function, in which `return` and `await` are its own. `this` is not, in an arrow function. */
const FUNCTION = /^(?:FunctionExpression|FunctionDeclaration|ArrowFunctionExpression)$/;

/** A loop, in which `break` and `continue` are its own. */
const LOOP = /^(?:For|While|DoWhile)\w*Statement$/;

/** So many loops are longer than the calls and the function that has the loop. */
const ENOUGH = 6;

/**
 * Writes `for (let a of find(b, c)) d(a)` as `eachFound(b, c, a => d(a))`, `find` being the function that most loops go
 * through the results of, and `for (let a of b) d(a)` as `eachOf(b, a => d(a))`. `continue` becomes `return`. A loop
 * that is left early, or that waits, stays. The script is one function, whose first statement begins at `start`.
 */
export function loopsAsCalls(code: string, start: number): string {
  const loops = readLoops(code);
  if (loops.length < ENOUGH) return code;
  const names = loops.flatMap((loop) => loop.find ?? []);
  const countOf = (name: string) => names.filter((other) => other === name).length;
  const [most = ''] = names.toSorted((a, b) => countOf(b) - countOf(a));
  const find = countOf(most) < ENOUGH ? null : most;
  const found = find === null ? '' : `,eachFound=(a,b,c)=>{for(var d of ${find}(a,b))c(d)}`;
  const text = `\nvar eachOf=(a,b)=>{for(var c of a)b(c)}${found};`;
  return applyEdits(innermostFirst(code, find), [{ start, end: start, text }]);
}

/** The script with a call for each loop. One loop may stand in another, so that edits would overlap. */
function innermostFirst(code: string, find: string | null): string {
  const loops = readLoops(code);
  const isAround = (one: Loop, other: Loop) => one.node.start < other.node.start && other.node.end <= one.node.end;
  const innermost = loops.filter((loop) => !loops.some((other) => isAround(loop, other)));
  if (innermost.length === 0) return code;
  return innermostFirst(
    applyEdits(
      code,
      innermost.map(({ node: { start, end }, ...loop }) => ({ start, end, text: writeCall(loop, code, find) })),
    ),
    find,
  );
}

const readLoops = (code: string): Loop[] => syntaxNodes(code).flatMap((node) => readLoop(node) ?? []);

/** A loop that a call can take the place of. */
interface Loop {
  node: SyntaxNode;
  variable: SyntaxNode;
  from: SyntaxNode;
  body: SyntaxNode;
  /** The name of the function of two arguments that gives what the loop goes through. */
  find: string | undefined;
  /** The statements `continue` that go on with this loop. */
  continues: SyntaxNode[];
}

function readLoop(node: SyntaxNode): Loop | null {
  if (node.type !== 'ForOfStatement' || node['await'] === true) return null;
  const [left, from, body] = [childOf(node, 'left'), childOf(node, 'right'), childOf(node, 'body')];
  const [variable] = nodesIn(left, 'declarations').map((declared) => childOf(declared, 'id'));
  const continues: SyntaxNode[] = [];
  if (variable === undefined || left['kind'] === 'var' || !isOwn(body, continues)) return null;
  const given = nodesIn(from, 'arguments');
  const isPlain =
    from.type === 'CallExpression' && given.length === 2 && given.every((one) => !/^Spread/.test(one.type));
  const name = isPlain ? nodeIn(from, 'callee')?.['name'] : undefined;
  return { node, variable, from, body, find: typeof name === 'string' ? name : undefined, continues };
}

/**
 * Whether a part of a loop can stand in a function of its own. `continues` gets the statements that go on with the loop;
 * `inside` are the kinds of node around the part, within the loop.
 */
function isOwn(part: SyntaxNode, continues: SyntaxNode[], inside: readonly string[] = []): boolean {
  const { type } = part;
  const isInFunction = inside.some((kind) => FUNCTION.test(kind));
  const isInLoop = inside.some((kind) => LOOP.test(kind));
  if (type === 'ThisExpression' || (type === 'Identifier' && part['name'] === 'arguments')) return false;
  if (nodeIn(part, 'label')) return false;
  if (!isInFunction) {
    if (BOUND.test(type) || (type === 'VariableDeclaration' && part['kind'] === 'var')) return false;
    if (type === 'BreakStatement' && !isInLoop && !inside.includes('SwitchStatement')) return false;
    if (type === 'ContinueStatement' && !isInLoop) continues.push(part);
  }
  const children = Object.values(part).flat().filter(isNode);
  return children.every((child) => isOwn(child, continues, [...inside, type]));
}

function writeCall(
  { variable, from, body, find: called, continues }: Omit<Loop, 'node'>,
  code: string,
  find: string | null,
): string {
  const textOf = ({ start, end }: SyntaxNode, edits: readonly Edit[] = []) =>
    applyEdits(code.slice(0, end), edits).slice(start);
  const given = called === find ? nodesIn(from, 'arguments') : [from];
  const done = textOf(
    body,
    continues.map(({ start, end }) => ({ start, end, text: 'return;' })),
  );
  return `${called === find ? 'eachFound' : 'eachOf'}(${given.map((one) => textOf(one))},(${textOf(variable)})=>${
    body.type === 'BlockStatement' ? done : `{${done}}`
  });`;
}
