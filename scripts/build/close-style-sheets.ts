import { applyEdits, type Edit } from './apply-edits.ts';
import { syntaxNodes } from './syntax-nodes.ts';

/** A custom property of a style sheet with its value, where that is a list. */
const LISTS = /--[\w-]+:[^;{},]*, [^;{}]*/g;
const SPACE_OR_QUOTED = /"([^"]*)"|, /g;
/** What names a typeface without quotation marks (https://drafts.csswg.org/css-fonts/#family-name-syntax). */
const PLAIN_NAME = /^[a-z][\w-]*(?: [a-z][\w-]*)*$/i;

/**
 * Takes the spaces after commas, and quotation marks that typefaces do not need, out of the custom properties of the style
 * sheets that a script carries as texts. A minifier leaves them, since a custom property may be read as text: Recto's lists
 * are of typefaces and colours, and are not.
 */
export function closeStyleSheets(code: string): string {
  const edits = syntaxNodes(code).flatMap(({ type, start, end }): Edit[] => {
    const text = code.slice(start, end);
    const isSheet = (type === 'TemplateLiteral' || type === 'Literal') && /^[`'"]/.test(text) && text.includes('{');
    return isSheet ? [{ start, end, text: text.replace(LISTS, close) }] : [];
  });
  return applyEdits(code, edits);
}

const close = (property: string): string =>
  property.replace(SPACE_OR_QUOTED, (whole, name: string | undefined) => {
    if (name === undefined) return ',';
    return PLAIN_NAME.test(name) ? name : whole;
  });
