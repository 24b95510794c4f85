import { expect, test } from 'vitest';
import { asRectoError } from '../../../../src/model/errors/as-recto-error.ts';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';

test('an error of Recto stays what it is', () => {
  const error = new RectoError('quota', 'the disk is full');
  expect(asRectoError(error)).toBe(error);
});

test('an error that came from another script is known by its code', () => {
  const error = Object.assign(new Error('the disk is full'), { code: 'quota' });
  expect(asRectoError(error)).toMatchObject({ name: 'RectoError', code: 'quota', message: 'the disk is full' });
});

test.each([new Error('no'), Object.assign(new Error('no'), { code: 8 }), 'no'])(
  'whatever else is thrown is unexpected, and says what it said: %j',
  (thrown) => {
    expect(asRectoError(thrown)).toMatchObject({ code: 'unexpected', message: 'no', cause: thrown });
  },
);

test.each([null, undefined])('%s may be thrown, too', (thrown) => {
  expect(asRectoError(thrown)).toMatchObject({ code: 'unexpected', message: String(thrown) });
});
