import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

async function scriptsFor(language: string, protocol = 'chrome-extension:'): Promise<string[]> {
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('browser', {
    i18n: { getUILanguage: () => language },
  });
  const { wordsScripts } = await import('../../../src/platform/translate.ts');
  return wordsScripts();
}

test.each([
  ['en-GB', ['/words/en.js']],
  ['ja', ['/words/ja.js']],
  ['ar', ['/words/ar.js']],
  ['zh-CN', ['/words/zh_CN.js']],
  ['zh-TW', ['/words/zh_TW.js']],
  ['de', ['/words/en.js']],
  ['zh-HK', ['/words/zh_TW.js']],
  ['zh-Hant-MO', ['/words/zh_TW.js']],
  ['zh-Hant-SG', ['/words/zh_TW.js']],
  ['zh-Hans-HK', ['/words/zh_CN.js']],
  ['zh-SG', ['/words/zh_CN.js']],
  ['zh', ['/words/zh_CN.js']],
])('a browser in %s gets %j', async (language, scripts) => {
  expect(await scriptsFor(language)).toEqual(scripts);
});

test('Firefox gets no injected strings', async () => {
  expect(await scriptsFor('en-US', 'moz-extension:')).toEqual([]);
});
