import type { View } from './driver/browser-driver.ts';

/** The names of the buttons in the browser's own tree for screen readers. It follows the document in its own time: poll it. */
export async function buttonNames(view: View): Promise<string[]> {
  return (await view.accessibilityTree()).filter(({ role }) => role === 'button').map(({ name }) => name);
}
