import { hasLetter } from '../../model/text/letters.ts';
import type { BodyPass } from '../extraction-pass.ts';
import { rawText } from '../find-elements.ts';
import { directionOf } from '../metadata/choose-language.ts';
import { chineseTag, detectLanguage } from '../metadata/detect-language.ts';

/**
 * Where the page does not tell its language, asks the body, then the browser's own detection.
 *
 * Without a language the article is shown without hyphenation and in the wrong font.
 */
export const settleLanguage: BodyPass = {
  async run(body, { metadata, detectLanguage: ask }) {
    const text = rawText(body).slice(0, 6000);
    if (hasLetter(text)) metadata.dir = directionOf(text, body);
    metadata.lang ??= detectLanguage(text) ?? (await ask(text.slice(0, 2000)));
    if (metadata.lang === 'zh') metadata.lang = chineseTag(text);
  },
};
