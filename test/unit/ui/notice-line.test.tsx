// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { NoticeLine } from '../../../src/ui/notice-line.tsx';

test('a double click counts once, since its second click would hit the button that replaced the first, such as Undo', () => {
  const onPress = vi.fn();
  render(<NoticeLine text="Shown." actions={[{ label: 'Undo', onPress }]} />, document.body);
  const click = (detail: number) =>
    document.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
  click(2);
  expect(onPress).not.toHaveBeenCalled();
  click(1);
  // By key it has no count.
  click(0);
  expect(onPress).toHaveBeenCalledTimes(2);
});
