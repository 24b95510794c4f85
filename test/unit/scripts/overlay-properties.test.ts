import { expect, test } from 'vitest';
import { checkNotShared, OVERLAY_PROPERTIES } from '../../../scripts/build/overlay-properties.ts';
import { renameOwn } from '../../../scripts/build/rename-own.ts';
import { run } from './run.ts';

test('own properties get short names wherever they are named, and the script does the same', () => {
  const script = `(function(){
    var { tableLabel, copyLabel: copy = 2 } = { tableLabel: 1 };
    var stands = { stands: { headings: [3] } };
    globalThis.result = [tableLabel, copy, stands?.stands.headings[0]];
  })();`;
  const renamed = renameOwn(OVERLAY_PROPERTIES, script);
  expect(renamed).not.toMatch(/\.stands|headings|copyLabel/);
  expect(run(renamed)).toEqual([1, 2, 3]);
});

test('a script that names a property that the overlay’s renames is refused, as is one named in a text', () => {
  expect(() => checkNotShared('a.iife.js', '(function(){ given.body; given.tableLabels; })();')).not.toThrow();
  expect(() => checkNotShared('a.iife.js', '(function(){ given.tableLabel; })();')).toThrow('tableLabel');
  expect(() => renameOwn(OVERLAY_PROPERTIES, `(function(){ given['stands']; })();`)).toThrow('stands');
});
