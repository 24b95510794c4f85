import { applyEdits, type Edit } from './apply-edits.ts';
import { type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** A name has two letters; beside it and beside the text in their lists stands a separator. */
const NAME = 2;
const ENTRY = 2;
const QUOTES = 2;

/** What a text has to save: below that the names of others become longer by what is won. */
const LEAST = 4;

/**
 * Names each text that stands in many places once at the head of a script in one function, which begins at `start`, and `null` and `undefined` as well. Texts
 * that loops ask for stay: a name is looked up each time.
 */
export function shareTexts(code: string, start: number): string {
  const nodes = syntaxNodes(code);
  // Of directives, too, the text itself is asked for, and the template behind a tag is no text.
  const stays = new Set(
    nodes.flatMap((node) => [
      node['computed'] === true ? null : node['key'],
      node.type === 'ExpressionStatement' && node['directive'] !== undefined ? node['expression'] : null,
      node['quasi'],
    ]),
  );
  const loops = nodes.filter(({ type }) => /^(?:For|While|DoWhile)\w*Statement$/.test(type));
  const isInLoop = (node: SyntaxNode) => loops.some((loop) => loop.start < node.start && node.end < loop.end);
  const isGiven = new Set(
    nodes.flatMap(({ type, ['arguments']: given }) => (type === 'CallExpression' ? (given as SyntaxNode[]) : [])),
  );
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
    // Between blanks: there may be none after `return` or before `in`.
    nodes.map((node): Edit => ({ start: node.start, end: node.end, text: ` text${index} ` })),
  );
  return applyEdits(code, [{ start, end: start, text: declare(shared.map(([text]) => text)) }, ...edits]);
}

/** Separators, of which one is in no text. */
const SEPARATORS = ['!', ';', '&', '|', '%', '\n'];

/**
 * Names texts by taking one text of all of them apart, and `null` and `void 0` by taking a list apart: a minifier would put plain constants into
 * their places.
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

/** A plain text, in quotation marks or as a template, or what says nothing, as the script may write it; undefined for anything else. */
function textOf({ type, value, raw, quasis, operator, argument }: SyntaxNode): string | undefined {
  const [only, further] = (quasis ?? []) as { value: { cooked: string } }[];
  if (type === 'TemplateLiteral') return only && !further ? JSON.stringify(only.value.cooked) : undefined;
  // `void` before anything else has it done.
  if (type === 'UnaryExpression')
    return operator === 'void' && (argument as SyntaxNode).type === 'Literal' ? 'void 0' : undefined;
  if (type !== 'Literal') return undefined;
  return raw === 'null' ? raw : typeof value === 'string' ? JSON.stringify(value) : undefined;
}
