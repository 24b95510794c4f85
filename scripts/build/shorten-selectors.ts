import { applyEdits } from './apply-edits.ts';
import { type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/**
 * A list of selectors, or the beginning or end of one, by the characters in it. The extraction script has no other
 * strings with such characters and a comma, since it shows no text to people.
 */
const SELECTORS = /^(?:, )?[\w.#[\]="'~^$*|:()>+@/ -]+(?:, [\w.#[\]="'~^$*|:()>+@/ -]+)*(?:, )?$/;

/** Removes the spaces after commas in lists of selectors, and around what joins two of them: `a > b` is `a>b`. */
export function closeSelectors(code: string): string {
  const edits = syntaxNodes(code).flatMap(({ type, start, end }) => {
    const isText = type === 'Literal' && /["']/.test(code[start] ?? '');
    const [from, to] = isText ? [start + 1, end - 1] : [start, end];
    const text = code.slice(from, to);
    const short = text.replace(/, /g, ',').replace(/ ?([>~+]) (?=\S)/g, '$1');
    return (isText || type === 'TemplateElement') && short !== text && SELECTORS.test(text)
      ? [{ start: from, end: to, text: short }]
      : [];
  });
  return applyEdits(code, edits);
}

const NAMED_CLASS = /\[class\*="([a-z][\w-]*)" i\]/g;

/**
 * Writes `[class*="author" i]` as `%author%` in the strings of a script, and expands them at run time. An expanded
 * string is kept, so that this costs one look-up for each use. The script is one function, whose first statement begins
 * at `start`.
 */
export function shortenClasses(code: string, start: number): string {
  const nodes = syntaxNodes(code);
  const tagged = new Set(nodes.map((node) => node['quasi']));
  const edits = nodes.flatMap((node) => {
    const { start, end } = node;
    const value = tagged.has(node) ? '' : plainText(node);
    const short = value.replace(NAMED_CLASS, '%$1%');
    // With a space, since `return` may precede without one.
    return short !== value && !/[`%\\]|\$\{/.test(value) ? [{ start, end, text: ` wholeOf\`${short}\`` }] : [];
  });
  if (edits.length === 0) return code;
  const text =
    '\nvar wholes={};function wholeOf({raw:[a]}){return wholes[a]??=a.replace(/%([^%]+)%/g,"[class*=$1 i]")}';
  return applyEdits(code, [{ start, end: start, text }, ...edits]);
}

function plainText({ type, value, quasis }: SyntaxNode): string {
  const [only, further] = (quasis ?? []) as { value: { cooked: string } }[];
  if (type === 'TemplateLiteral' && only && !further) return only.value.cooked;
  return type === 'Literal' && typeof value === 'string' ? value : '';
}

/** Removes quotation marks around names in attribute selectors: `[role="heading"]` is `[role=heading]`. */
export function unquoteSelectors(code: string): string {
  const edits = syntaxNodes(code).flatMap(({ type, start, end }) => {
    const text = code.slice(start, end);
    const plain = text.replace(/(\[[\w-]+[*^$~|]?=)"([a-z_][\w-]*)"/gi, '$1$2');
    return (type === 'TemplateLiteral' || type === 'Literal') && /^[`'"]/.test(text) && plain !== text
      ? [{ start, end, text: plain }]
      : [];
  });
  return applyEdits(code, edits);
}
