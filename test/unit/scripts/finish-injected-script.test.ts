import { expect, test } from 'vitest';
import { finishInjectedScript } from '../../../scripts/build/finish-injected-script.ts';
import { run } from './run.ts';

const SCRIPT = `(function(){
  var kinds = (one) => ({ note: one, 'overlay-notice': one });
  function of(kind) { return kind === 'overlay-notice' ? kinds('overlay-notice') : kinds('overlay-notice, closed'); }
  globalThis.result = [of('overlay-notice'), of(null), 'overlay-notice', \`overlay-notice\`, ['overlay-notice'].length];
})();`;

test('a text that the overlay has in many places is written once, and it does the same', () => {
  const finished = finishInjectedScript('src/content/overlay.iife.js', SCRIPT);
  expect(run(finished)).toEqual(run(SCRIPT));
  // As a name, as the shared text, and as a part of another text.
  expect(finished.match(/overlay-notice/g)).toHaveLength(3);
});

test('what the overlay compares with a type, and null, stay in their places, and what is shared is a literal', () => {
  const script = `(function(){
    function of(one) { return [typeof one === 'function', typeof one.at === 'function', one === null, one == null, null]; }
    globalThis.result = [of(run), of([]), ['function', 'section'].concat('function', 'section'), of(['function']), ['section', 'function']];
    function run() { return globalThis.result; }
  })();`;
  const finished = finishInjectedScript('src/content/overlay.iife.js', script);
  expect(run(finished).slice(1)).toEqual(run(script).slice(1));
  // At each comparison, and once for the others.
  expect(finished.match(/"function"/g)).toHaveLength(3);
  expect(finished.match(/\bnull\b/g)).toHaveLength(3);
  expect(finished).not.toContain('split');
});

test('the overlay and the sanitiser are shortened by their source as by what is built of it, and parts stay as they are', () => {
  const finish = (path: string) => finishInjectedScript(`src/content/${path}`, SCRIPT);
  expect(finish('overlay.iife.tsx')).toBe(finish('overlay.iife.js'));
  expect(finish('sanitise.iife.ts').length).toBeLessThan(SCRIPT.length);
  expect(finish('extract.iife.js')).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  expect(finish('han-part.iife.js')).toBe(SCRIPT);
});
