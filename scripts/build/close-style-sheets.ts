import { applyEdits, type Edit } from './apply-edits.ts';
import { syntaxNodes } from './syntax-nodes.ts';

/** A custom property in a style sheet whose value is a list. */
const LISTS = /--[\w-]+:[^;{},]*, [^;{}]*/g;
const SPACE_OR_QUOTED = /"([^"]*)"|, /g;
/** The name of a typeface that needs no quotation marks (https://drafts.csswg.org/css-fonts/#family-name-syntax). */
const PLAIN_NAME = /^[a-z][\w-]*(?: [a-z][\w-]*)*$/i;

/** Any declaration, and what may be closed in it: spaces after commas, and around the signs of multiplication and division. */
const DECLARATIONS = /[\w-]+:[^;{}"]*/g;
const SPACES = /, | ?([*/]) (?=var\(|\.?\d)/g;

/** The `&` of a rule inside another one, before a space: without it the rule means the same (https://drafts.csswg.org/css-nesting/#syntax). */
const NESTED = /(?<=[{},;])& (?=[\w.:#[])/g;

/** What the sheet of faces repeats: their range, what parts their sources, and how each begins. */
const REPEATED = [/[\w-]+:[^;{}"'`]{30,}(?=[;}])/g, /\),local\(/g, /@font-face\{font-family:"?\w+ /g];
/** So many places must have the same for it to be written once. */
const OFTEN = 8;

/** Each stands for what is written once. */
const STAND_INS = ['~', '|', '^'];

/**
 * Removes spaces after commas, and needless quotation marks of typefaces, in the custom properties of style sheets that
 * are strings in a script. A minifier keeps them, since a custom property may be read as text. Recto's are lists of
 * typefaces and colours, which are not. It also keeps spaces in values with variables, and writes an `&` before each nested
 * rule, for older browsers. What the sixteen faces of Chinese marks share is written once, and put in when the script runs.
 */
export function closeStyleSheets(code: string): string {
  const edits = syntaxNodes(code).flatMap(({ type, start, end }): Edit[] => {
    const text = code.slice(start, end);
    const isSheet = (type === 'TemplateLiteral' || type === 'Literal') && /^[`'"]/.test(text) && text.includes('{');
    return isSheet
      ? [
          {
            start,
            end,
            text: shareRepeated(text.replace(LISTS, close).replace(DECLARATIONS, closeValue).replace(NESTED, '')),
          },
        ]
      : [];
  });
  return applyEdits(code, edits);
}

const close = (property: string): string =>
  property.replace(SPACE_OR_QUOTED, (whole, name: string | undefined) => {
    if (name === undefined) return ',';
    return PLAIN_NAME.test(name) ? name : whole;
  });

const closeValue = (declaration: string): string =>
  declaration.replace(SPACES, (_spaced, sign: string | undefined) => sign ?? ',');

/** By `split` and `join`: a minifier would do what `replaceAll` asks for itself. */
function shareRepeated(sheet: string): string {
  let [shared, puttingIn] = [sheet, ''];
  for (const [index, pattern] of REPEATED.entries()) {
    const all = shared.match(pattern) ?? [];
    const text = all.find((one) => all.filter((other) => other === one).length >= OFTEN);
    const standIn = STAND_INS[index];
    if (text === undefined || standIn === undefined || sheet.includes(standIn)) continue;
    shared = shared.replaceAll(text, standIn);
    puttingIn = `.split(${JSON.stringify(standIn)}).join(${JSON.stringify(text)})${puttingIn}`;
  }
  return shared + puttingIn;
}
