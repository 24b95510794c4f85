import { expect, test } from 'vitest';
import { notStarted } from '../../../scripts/not-started.ts';

const ADVICE = 'See whether an earlier npm start is still running, and whether the browser starts by itself.';

test('a browser that does not start is named with the first line of the reason', () => {
  const error = new Error('Failed to launch the browser process: Code: 1\n\nstderr:\n/lib/x.so: no such file');
  expect(notStarted('/opt/chrome', error)).toBe(
    `/opt/chrome did not start: Failed to launch the browser process: Code: 1.\n${ADVICE}`,
  );
  expect(notStarted(null, 'Firefox ended before it answered.')).toBe(
    `The browser did not start: Firefox ended before it answered.\n${ADVICE}`,
  );
});
