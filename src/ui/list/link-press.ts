/**
 * Where a press on a link wants its page: in front, or in a tab behind this one, as the middle button and Ctrl or ⌘ ask
 * for. Null for what is the browser's alone, such as a new window.
 */
export function linkPress(press: Event): 'front' | 'behind' | null {
  if (!(press instanceof MouseEvent)) return 'front';
  if (press.button > 1 || press.shiftKey || press.altKey) return null;
  return press.button === 1 || press.ctrlKey || press.metaKey ? 'behind' : 'front';
}
