import { collapseSpace } from '../../model/collapse-space.ts';

/** The value of one block of JSON-LD, forgiving what sites get wrong: comments, CDATA marks, raw line breaks in strings; null for a bad block. */
export function parseLinkedData(source: string): unknown {
  return parse(source) ?? parseMended(source);
}

/** A block may parse without its marks; else, mended, it may still; one beyond mending says nothing. */
function parseMended(source: string): unknown {
  const json = source.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g,
    '',
  );
  return (
    parse(json) ??
    parse(
      collapseSpace(json)
        .replace(/,\s*([}\]])/g, '$1')
        .replace(/;\s*$/, ''),
    )
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
