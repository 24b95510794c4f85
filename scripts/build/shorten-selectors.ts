import { applyEdits } from './apply-edits.ts';
import { type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/**
 * A list of selectors, or the end or beginning of one that is put together: nothing in it but names and what selectors are made of. The script holds no
 * texts for people.
 */
const SELECTORS = /^(?:, )?[\w.#[\]="'~^$*|:()>+@/ -]+(?:, [\w.#[\]="'~^$*|:()>+@/ -]+)*(?:, )?$/;

/** Takes the spaces after the commas out of lists of selectors. */
export function closeSelectors(code: string): string {
  const edits = syntaxNodes(code).flatMap(({ type, start, end }) => {
    const isText = type === 'Literal' && /["']/.test(code[start] ?? '');
    const [from, to] = isText ? [start + 1, end - 1] : [start, end];
    const text = code.slice(from, to);
    return (isText || type === 'TemplateElement') && text.includes(', ') && SELECTORS.test(text)
      ? [{ start: from, end: to, text: text.replace(/, /g, ',') }]
      : [];
  });
  return applyEdits(code, edits);
}

const NAMED_CLASS = /\[class\*="([a-z][\w-]*)" i\]/g;

/**
 * Writes `[class*="author" i]` as `%author%` in the texts of a script in one function, which begins at `start`, and has each made whole where it is used:
 * one look into what was made before.
 */
export function shortenClasses(code: string, start: number): string {
  const nodes = syntaxNodes(code);
  const tagged = new Set(nodes.map((node) => node['quasi']));
  const edits = nodes.flatMap((node) => {
    const { start, end } = node;
    const value = tagged.has(node) ? '' : plainText(node);
    const short = value.replace(NAMED_CLASS, '%$1%');
    // After a blank: there may be none after `return`.
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

/** `[role="heading"]` needs no quotation marks around a name. */
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
