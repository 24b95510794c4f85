import { lettersAndDigits } from '../../model/letters.ts';
import { findAll, rawText } from '../find-elements.ts';

/** The article text that a page repeats in its JSON-LD, reduced to letters and digits; empty when there is none. */
export function readArticleBody(page: Document): string {
  let longest = '';
  for (const script of findAll(page, 'script[type="application/ld+json"]')) {
    const json = rawText(script);
    if (!json.includes('"articleBody"') || json.length > 1_000_000) continue;
    for (const match of json.matchAll(/"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")/g)) {
      const body = parseString(match[1] ?? '');
      if (body.length > longest.length) longest = body;
    }
  }
  const text = /<\w+[^>]*>/.test(longest) ? longest.replace(/<[^>]+>/g, ' ') : longest;
  return text.length < SHORTEST ? '' : lettersAndDigits(text.toLowerCase().replace(/&\w+;/g, ''));
}

/** A shorter text is a teaser. */
const SHORTEST = 500;

function parseString(json: string): string {
  try {
    const value: unknown = JSON.parse(json.replace(/[\n\r\t]/g, ' '));
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
