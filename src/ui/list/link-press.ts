/**
 * Where a press on a link wants its page: in front, or in a tab behind this one, as with the middle button and Ctrl or
 * ⌘. Null for what only the browser does, such as a new window.
 */
export function linkPress(press: Event): 'front' | 'behind' | null {
  if (!(press instanceof MouseEvent)) return 'front';
  if (press.button > 1 || press.shiftKey || press.altKey) return null;
  return press.button === 1 || press.ctrlKey || press.metaKey ? 'behind' : 'front';
}
