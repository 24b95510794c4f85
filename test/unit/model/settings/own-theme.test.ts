import { expect, test } from 'vitest';
import { contrast, ownTheme } from '../../../../src/model/settings/own-theme.ts';

test('the red of a custom theme is readable on a row that is tinted twice', () => {
  // What axe measured in Chromium: ink at 12 % and the old red at 14 % over the paper that is offered first.
  expect(contrast('#b8321f', '#e0d5c8')).toBeLessThan(4.5);
  const { rubric } = ownTheme('#e7efe4', '#22302a');
  expect(rubric).toBe('#8f1d14');
  expect(contrast(rubric, '#e0d5c8')).toBeGreaterThan(4.5);
});

test('a light red is used on dark paper, and the text colour if no red is readable', () => {
  expect(ownTheme('#101418', '#d8dde2')).toMatchObject({ scheme: 'dark', rubric: '#ff8a78' });
  expect(ownTheme('#b0b0b0', '#000000').rubric).toBe('#000000');
});

test('pictures are softened on dark paper alone', () => {
  expect(ownTheme('#101418', '#d8dde2').filter).toBe('brightness(0.88)');
  expect(ownTheme('#e7efe4', '#22302a').filter).toBe('none');
});
