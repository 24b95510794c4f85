/** Whether a click on a link means to follow it here, and not in another tab or window, or to keep it. */
export const isPlainPress = (press: MouseEvent): boolean =>
  press.button === 0 && !press.defaultPrevented && !(press.ctrlKey || press.metaKey || press.shiftKey || press.altKey);
