// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { ChoiceGroup } from '../../../src/ui/choice-group.tsx';

const CHOICES = [
  { value: 'near', label: 'Near' },
  { value: 'far', label: 'Far' },
];

test('the choices are one group, and Enter on one of them submits nothing', () => {
  const onChoose = vi.fn();
  render(<ChoiceGroup label="How far" choices={CHOICES} value="near" onChoose={onChoose} />, document.body);
  const [near, far] = document.querySelectorAll('input');
  expect(near?.checked).toBe(true);
  far?.click();
  expect(onChoose.mock.calls).toEqual([['far']]);
  expect(near?.checked).toBe(false);

  // What Enter does.
  const submitted = new Event('submit', { bubbles: true, cancelable: true });
  far?.form?.dispatchEvent(submitted);
  expect(submitted.defaultPrevented).toBe(true);
  render(null, document.body);
});
