import { expect, test } from 'vitest';
import { voiceKey, voicesFor } from '../../../src/model/speech.ts';

interface Facts {
  isLocal?: boolean;
  isDefault?: boolean;
}
const voice = (name: string, lang: string, { isLocal = true, isDefault = false }: Facts = {}) => ({
  ...{ name, lang, voiceURI: name },
  ...{ localService: isLocal, default: isDefault },
});
const order = (voices: ReturnType<typeof voice>[], lang: string) => voicesFor(voices, lang).map(({ name }) => name);

test('voices of the region come first, of these the ones of this machine, of these the one the browser prefers', () => {
  const voices = [
    voice('far, sent away', 'pt-PT', { isLocal: false }),
    voice('far, here', 'pt-PT'),
    voice('far, here, preferred', 'pt-PT', { isDefault: true }),
    voice('own, sent away', 'pt-BR', { isLocal: false }),
    voice('own, sent away, preferred', 'PT-br', { isLocal: false, isDefault: true }),
    voice('own, here', 'pt_BR'),
    voice('another language', 'es-BR', { isDefault: true }),
  ];
  expect(order(voices, 'pt-BR')).toEqual([
    ...['own, here', 'own, sent away, preferred', 'own, sent away'],
    ...['far, here, preferred', 'far, here', 'far, sent away'],
  ]);
});

test('a Mandarin voice by its own code reads Chinese and nothing else, and a Cantonese one does not', () => {
  const voices = [voice('Mandarin', 'cmn'), voice('Cantonese', 'yue'), voice('English', 'en-GB')];
  expect(order(voices, 'zh-Hans')).toEqual(['Mandarin']);
  expect(order(voices, 'EN')).toEqual(['English']);
  expect(order(voices, 'de')).toEqual([]);
});

test('Chinese is read by a voice of the region that its script implies, before one that reads it in Cantonese', () => {
  const voices = ['zh-yue', 'zh-HK', 'cmn-Latn-pinyin', 'zh_TW', 'zh-CN-#Hans', 'cmn'].map((lang) => voice(lang, lang));
  const first = (lang: string) => order(voices, lang)[0];
  expect(['zh', 'zh-Hans', 'zh-CN', 'zh-Hant', 'zh-HK'].map(first)).toEqual([
    ...['zh-CN-#Hans', 'zh-CN-#Hans', 'zh-CN-#Hans', 'zh_TW', 'zh-HK'],
  ]);
  expect(order(voices, 'zh-Hans').slice(0, 2)).toEqual(['zh-CN-#Hans', 'cmn']);
});

test('a chosen voice is kept for its language in every region and script', () => {
  expect(['zh-Hant-TW', 'ZH_cn', 'zh'].map(voiceKey)).toEqual(['zh', 'zh', 'zh']);
});
