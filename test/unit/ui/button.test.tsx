// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '../../../src/ui/button.tsx';

afterEach(() => render(null, document.body));

test('a button that does nothing now says so, is not pressed, and keeps the focus, unlike a disabled one', () => {
  const onPress = vi.fn();
  const show = (disabled: boolean) => {
    render(<Button label="Larger" disabled={disabled} onPress={onPress} />, document.body);
    return document.querySelector('button') ?? document.createElement('button');
  };
  show(false).click();
  expect(onPress).toHaveBeenCalledOnce();
  const button = show(true);
  button.click();
  expect(onPress).toHaveBeenCalledOnce();
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(button.disabled).toBe(false);
  expect(show(false).hasAttribute('aria-disabled')).toBe(false);
});
