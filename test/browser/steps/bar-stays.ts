import { expect } from 'vitest';
import type { View } from '../driver/browser-driver.ts';

/**
 * Expects that the bar was not sent away by the jump to the place: it would slide from under a press on this control.
 * It would be told to go in the first frame.
 */
export async function barStays(view: View, control: string): Promise<void> {
  await view.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
  const isShown = (button: Element) => button.closest<HTMLElement>('.reader-bar')?.dataset['shown'];
  expect(await view.askNamed(control, 'button', isShown)).toBe('true');
}
