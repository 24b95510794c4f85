import { expect, test } from 'vitest';
import { finishInjectedScript } from '../../../scripts/build/finish-injected-script.ts';

const SCRIPT = `(function(){
  var kinds = (one) => ({ note: one, 'overlay-notice': one });
  function of(kind) { return kind === 'overlay-notice' ? kinds('overlay-notice') : kinds('overlay-notice, closed'); }
  globalThis.result = [of('overlay-notice'), of(null), 'overlay-notice', \`overlay-notice\`, ['overlay-notice'].length];
})();`;

test('the overlay and the sanitiser are shortened by their source as by what is built of it, and parts stay as they are', () => {
  const finish = (path: string) => finishInjectedScript(`src/content/${path}`, SCRIPT);
  expect(finish('overlay.iife.tsx')).toBe(finish('overlay.iife.js'));
  expect(finish('sanitise.iife.ts').length).toBeLessThan(SCRIPT.length);
  expect(finish('extract.iife.js')).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  expect(finish('han-part.iife.js')).toBe(SCRIPT);
});
