/**
 * Runs in a page: the controls of the overlay, in any root, that are too small for a finger: less than 44 px high or
 * wide. The label of a check box counts as part of it; links in running text are as high as their line.
 */
export function findSmallTargets(): string[] {
  const found: string[] = [];
  const lookAt = (control: Element): void => {
    const target = control.closest('label') ?? control;
    const { width, height } = target.getBoundingClientRect();
    if (height === 0 || !control.checkVisibility({ visibilityProperty: true })) return;
    if (Math.min(width, height) >= 44) return;
    const name = control.getAttribute('aria-label') ?? target.textContent ?? '';
    found.push(`${control.localName} "${name.trim().slice(0, 30)}" ${Math.round(width)} × ${Math.round(height)}`);
  };
  const look = (root: ParentNode): void => {
    for (const control of root.querySelectorAll('button, input, select, textarea, summary')) lookAt(control);
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
  };
  const overlay = Array.from(document.documentElement.children).find(({ shadowRoot }) =>
    shadowRoot?.querySelector('.recto'),
  );
  if (overlay?.shadowRoot) look(overlay.shadowRoot);
  else found.push('there is no overlay');
  return found;
}
