import { askDocument } from '../ask-document.ts';

/** What opening a modal dialog disturbs in a page, and how to put it back. */
interface PageRecord {
  restore(): void;
}

/** Notes scroll position, focus, selection and open popovers of the page. Call `restore` after the dialog has closed. */
export function recordPage(document: Document): PageRecord {
  const address = location.href;
  const { scrollX: left, scrollY: top } = window;
  const focused = deepActiveElement(document);
  const selection = Document.prototype.getSelection.call(document);
  const ranges = selection
    ? Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
    : [];
  // showModal() closes what is `popover=auto` or `hint` (https://html.spec.whatwg.org/#dom-dialog-showmodal). Another
  // popover is closed by the page alone, as a notice whose time is up.
  const popovers = [...Document.prototype.querySelectorAll.call(document, '[popover]:popover-open')].filter(
    (element) => element instanceof HTMLElement && element.popover !== 'manual',
  ) as HTMLElement[];

  return {
    restore() {
      for (const popover of popovers)
        try {
          if (popover.isConnected && !popover.matches(':popover-open')) popover.showPopover();
        } catch {
          // It is no popover any more, because the page has removed the attribute. Everything else is restored all the
          // same.
        }
      restoreFocus(document, focused);
      if (selection) restoreSelection(selection, ranges);
      // A page that has gone on meanwhile keeps its scroll position.
      if (location.href === address) scrollTo({ left, top, behavior: 'instant' });
    },
  };
}

/**
 * The focused element, even inside open shadow roots and frames of the page's own site. In a frame it may be a body
 * that is edited. Null when it is the body of the page.
 */
function deepActiveElement(document: Document): HTMLElement | SVGElement | null {
  let active = askDocument(document, 'activeElement');
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active === askDocument(document, 'body')) return null;
  // By name: elements in a frame have that frame's own classes.
  const framed = active?.localName === 'iframe' ? (active as HTMLIFrameElement).contentDocument : null;
  const inFrame = framed && (deepActiveElement(framed) ?? askDocument(framed, 'body'));
  return inFrame ?? (active as HTMLElement | SVGElement | null);
}

function restoreFocus(document: Document, focused: HTMLElement | SVGElement | null): void {
  const now = deepActiveElement(document);
  // Chromium names an element of a frame even while the frame lacks the focus.
  if (focused === now && (focused === null || focused.ownerDocument === document)) return;
  if (focused?.isConnected) focused.focus({ preventScroll: true });
  else now?.blur();
}

function restoreSelection(selection: Selection, ranges: readonly Range[]): void {
  const unchanged =
    selection.rangeCount === ranges.length &&
    ranges.every((range, index) => {
      const current = selection.getRangeAt(index);
      return current.startContainer === range.startContainer && current.endContainer === range.endContainer;
    });
  if (unchanged) return;
  selection.removeAllRanges();
  for (const range of ranges) if (range.startContainer.isConnected) selection.addRange(range);
}
