import { hasLetter } from '../../model/letters.ts';
import type { BodyPass } from '../extraction-pass.ts';
import { rawText } from '../find-elements.ts';
import { directionOf } from '../metadata/choose-language.ts';
import { chineseTag, detectLanguage } from '../metadata/detect-language.ts';

/**
 * Asks the body, then the browser's own detection, where the page as a whole did not tell its language.
 *
 * A page that declares no language, in a language that common words do not tell, would be shown without hyphenation
 * and with the wrong font.
 */
export const settleLanguage: BodyPass = {
  async run(body, { metadata, detectLanguage: ask }) {
    const text = rawText(body).slice(0, 6000);
    if (hasLetter(text)) metadata.dir = directionOf(text, body);
    metadata.lang ??= detectLanguage(text) ?? (await ask(text.slice(0, 2000)));
    if (metadata.lang === 'zh') metadata.lang = chineseTag(text);
  },
};
