import { ConverterFactory } from 'opencc-js/core';
import STCharacters from 'opencc-js/dict/STCharacters';
import STPhrases from 'opencc-js/dict/STPhrases';
import TSCharacters from 'opencc-js/dict/TSCharacters';
import TSPhrases from 'opencc-js/dict/TSPhrases';
import TWVariants from 'opencc-js/dict/TWVariants';

/** Makes a converter of Chinese text into the other characters, by OpenCC's dictionaries of characters and phrases. */
export function convertHan(to: 'simplified' | 'traditional'): (text: string) => string {
  return to === 'simplified'
    ? ConverterFactory([[TSPhrases, TSCharacters]])
    : ConverterFactory([[STPhrases, STCharacters]], [[TWVariants]]);
}
