import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';
import { declareGlobals } from '../../../scripts/build/declare-globals.ts';

const SCRIPT = `(() => {
  globalThis.rectoOverlay ??= { isOpen: () => 'ours' };
  const scope = globalThis;
  result.push(globalThis.rectoOverlay.isOpen(), globalThis.rectoSaveNotice?.enter(), scope.rectoParts?.code, globalThis.rectoSanitising.ok);
})();`.replaceAll(' ??=', '??=');

/** Runs scripts one after the other in a window whose elements have these ids. */
function runOn(ids: string[], ...scripts: string[]): unknown[] {
  const result: unknown[] = [];
  const elements = Object.fromEntries(ids.map((id) => [id, { id }]));
  const page = createContext({ result, elements });
  new Script('Object.setPrototypeOf(globalThis, Object.setPrototypeOf(elements, null))').runInContext(page);
  for (const script of scripts) new Script(script).runInContext(page);
  return result;
}

test('what injected scripts define and ask for is never an element of the page', () => {
  const sanitising = 'globalThis.rectoSanitising = { ok: true };';
  const ids = ['rectoOverlay', 'rectoSaveNotice', 'rectoParts', 'rectoSanitising'];
  expect(() => runOn(ids, sanitising, SCRIPT)).toThrow();
  for (const plain of [false, true])
    expect(runOn(ids, sanitising, declareGlobals(SCRIPT, { plain }))).toEqual(['ours', undefined, undefined, true]);
});

test('a script that is injected again keeps what the first has defined', () => {
  const again = declareGlobals(SCRIPT.replace('ours', 'again'));
  const sanitising = 'globalThis.rectoSanitising = {};';
  const told = runOn([], sanitising, declareGlobals(SCRIPT), again);
  expect([told[0], told[4]]).toEqual(['ours', 'ours']);
});

test('a script that names none stays as it is', () => {
  expect(declareGlobals('(()=>{globalThis.result=1})()')).toBe('(()=>{globalThis.result=1})()');
});
