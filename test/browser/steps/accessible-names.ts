import type { View } from '../driver/browser-driver.ts';

/**
 * The names in the browser's accessibility tree, closed roots included, of all roles or of those given. The tree
 * follows the document with a delay: poll it.
 */
export async function accessibleNames(view: View, ...roles: string[]): Promise<string[]> {
  const nodes = await view.accessibilityTree();
  return nodes.filter(({ role }) => roles.length === 0 || roles.includes(role)).map(({ name }) => name);
}

/** All of these names as one text, a line for each. */
export const accessibleText = async (view: View): Promise<string> => (await accessibleNames(view)).join('\n');
