import { collapseSpace } from '../../model/text/collapse-space.ts';

/**
 * Parses one block of JSON-LD. Mends what sites often get wrong: comments and CDATA around it, raw line breaks in
 * strings, trailing commas. Null for a block that still does not parse.
 */
export function parseLinkedData(source: string): unknown {
  return parse(source) ?? parseMended(source);
}

/** Tries the block without comments and CDATA around it, then with white space and commas mended as well. */
function parseMended(source: string): unknown {
  const json = source.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|(?:\/\/\s*)?<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>)\s*;?\s*$/g,
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
