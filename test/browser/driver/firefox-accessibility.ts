/**
 * Code for the page's process, with system privileges: `readAccessibleNodes(content)` gives role, name, element and
 * whether it takes focus, in document order, closed shadow roots included. Roles are ARIA's, as in Chromium.
 */
export const READ_ACCESSIBLE_NODES = `
  const SILENT = new Set(['', 'generic', 'none', 'document']);
  const readAccessibleNodes = (content) => {
    const service = Components.classes['@mozilla.org/accessibilityService;1']
      .getService(Components.interfaces.nsIAccessibilityService);
    const FOCUSABLE = Components.interfaces.nsIAccessibleStates.STATE_FOCUSABLE;
    const nodes = [];
    const walk = (accessible) => {
      const role = accessible.computedARIARole;
      const state = {};
      accessible.getState(state, {});
      const element = accessible.DOMNode;
      if (!SILENT.has(role) && element?.nodeType === 1)
        nodes.push({ role, name: accessible.name ?? '', element, focusable: (state.value & FOCUSABLE) !== 0 });
      for (let child = accessible.firstChild; child; child = child.nextSibling) walk(child);
    };
    const root = service.getAccessibleFor(content.document);
    if (root) walk(root);
    return nodes;
  };`;
