import { applyEdits, type Edit } from './apply-edits.ts';
import { findInLoops } from './find-in-loops.ts';
import { isNode, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** Bytes of a name, of the separators in the lists of names and texts, and of a text's quotation marks. */
const NAME = 2;
const ENTRY = 2;
const QUOTES = 2;

/** The bytes that a text must save. With less, the names of others become longer by as much. */
const LEAST = 4;

/**
 * Replaces strings that occur in many places, and `null` and `undefined`, by variables at the head of the script.
 * Strings in loops stay, since a variable has to be looked up each time, unless they are arguments of a call. The
 * script is one function, whose first statement begins at `start`.
 */
export function shareTexts(code: string, start: number): string {
  const nodes = syntaxNodes(code);
  // Property names, directives and the templates of tags cannot be replaced.
  const stays = new Set(
    nodes.flatMap((node) => [
      node['computed'] === true ? null : node['key'],
      node.type === 'ExpressionStatement' && node['directive'] !== undefined ? node['expression'] : null,
      node['quasi'],
    ]),
  );
  const isInLoop = findInLoops(nodes);
  const isGiven = new Set(nodes.flatMap((node) => (node.type === 'CallExpression' ? nodesIn(node, 'arguments') : [])));
  const places = new Map<string, SyntaxNode[]>();
  for (const node of nodes) {
    const text = textOf(node);
    if (text === undefined || stays.has(node) || (text.startsWith('"') && isInLoop(node) && !isGiven.has(node)))
      continue;
    places.set(text, [...(places.get(text) ?? []), node]);
  }
  const shared = [...places].filter(([text, { length }]) => {
    const size = Buffer.byteLength(text);
    return length * (size - NAME) - (size - QUOTES) - NAME - ENTRY >= LEAST;
  });
  if (shared.length === 0) return code;
  const edits = shared.flatMap(([, nodes], index) =>
    // Between spaces, since `return` may precede or `in` may follow without one.
    nodes.map((node): Edit => ({ start: node.start, end: node.end, text: ` text${index} ` })),
  );
  return applyEdits(code, [{ start, end: start, text: declare(shared.map(([text]) => text)) }, ...edits]);
}

/** Possible separators. The first that occurs in no text is used. */
const SEPARATORS = ['!', ';', '&', '|', '%', '\n'];

/**
 * Declares the variables: strings by splitting one long string, `null` and `void 0` by destructuring an array. A
 * minifier would inline plain constants.
 */
function declare(shared: readonly string[]): string {
  const isText = (said: string): boolean => said.startsWith('"');
  const texts = shared.filter(isText).map((said) => JSON.parse(said) as string);
  const separator = SEPARATORS.find((one) => texts.every((text) => !text.includes(one)));
  const nameOf = (said: string): string => `text${shared.indexOf(said)}`;
  const [kept, others] =
    separator === undefined ? [[], shared] : [shared.filter(isText), shared.filter((said) => !isText(said))];
  const list = `${JSON.stringify(texts.join(separator))}.split(${JSON.stringify(separator)})`;
  const apart = kept.length === 0 ? '' : `var [${kept.map(nameOf)}]=${list};`;
  return `\n${apart}${others.length === 0 ? '' : `var [${others.map(nameOf)}]=[${others}];`}`;
}

/** A string (in quotation marks or as a template), `null` or `void 0` as source text; undefined for any other node. */
function textOf({ type, value, raw, quasis, operator, argument }: SyntaxNode): string | undefined {
  const [only, further] = (quasis ?? []) as { value: { cooked: string } }[];
  if (type === 'TemplateLiteral') return only && !further ? JSON.stringify(only.value.cooked) : undefined;
  // `void` before anything but a literal may have an effect.
  if (type === 'UnaryExpression')
    return operator === 'void' && isNode(argument) && argument.type === 'Literal' ? 'void 0' : undefined;
  if (type !== 'Literal') return undefined;
  return raw === 'null' ? raw : typeof value === 'string' ? JSON.stringify(value) : undefined;
}
