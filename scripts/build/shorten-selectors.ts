import { applyEdits } from './apply-edits.ts';
import { syntaxNodes } from './syntax-nodes.ts';

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
