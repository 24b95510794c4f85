import { applyEdits, type Edit } from './apply-edits.ts';
import { type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** A name has two letters, and beside it in the list stand a comma and the text's separator. */
const NAME = 2;
const ENTRY = 2;

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
  const places = new Map<string, SyntaxNode[]>();
  for (const node of nodes) {
    const text = textOf(node);
    if (text === undefined || stays.has(node) || (text.startsWith('"') && isInLoop(node))) continue;
    places.set(text, [...(places.get(text) ?? []), node]);
  }
  const shared = [...places].filter(([text, { length }]) => {
    const size = Buffer.byteLength(text);
    return length * (size - NAME) - size - ENTRY >= LEAST;
  });
  if (shared.length === 0) return code;
  const edits = shared.flatMap(([, nodes], index) =>
    // Between blanks: there may be none after `return` or before `in`.
    nodes.map((node): Edit => ({ start: node.start, end: node.end, text: ` text${index} ` })),
  );
  const names = shared.map((_, index) => `text${index}`);
  // A minifier would put plain constants into their places.
  const text = `\nvar [${names}]=[${shared.map(([text]) => text)}];`;
  return applyEdits(code, [{ start, end: start, text }, ...edits]);
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
