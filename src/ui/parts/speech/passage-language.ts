import { voiceKey } from '../../../model/speech.ts';

/**
 * Gives a function that tells the language of a passage of `body`, whose own language is `lang`: what the page calls
 * the passage as a whole, so that a foreign word in it does not count, even if it comes first.
 *
 * A language that the page claims for most of the text is not believed, because the text itself was found to be in
 * `lang`. Templates and word processors label what is written in them with their own language.
 */
export function passageLanguage(body: HTMLElement, lang: string): (passage: Range) => string {
  const lengths = new Map<string, number>();
  let whole = 0;
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const key = voiceKey(claimOn(text, body));
    const length = text.textContent?.trim().length ?? 0;
    lengths.set(key, (lengths.get(key) ?? 0) + length);
    whole += length;
  }
  return ({ commonAncestorContainer: node }) => {
    const claim = claimOn(node, body);
    return claim && (lengths.get(voiceKey(claim)) ?? 0) * 2 <= whole ? claim : lang;
  };
}

/** What the page calls the language of a node within `body`; empty where it says nothing. */
function claimOn(node: Node, body: HTMLElement): string {
  const element = node instanceof Element ? node : node.parentElement;
  const marked = element?.closest<HTMLElement>('[lang]');
  return marked && marked !== body && body.contains(marked) ? marked.lang : '';
}
