/** What says what its content is: items are nothing without their list, lines of code are words without their listing. */
const AROUND = 'ul, ol, dl, table, thead, tbody, tfoot, tr, pre, pre *';

/** A copy of what is selected that can be read by itself: within a list, a table or a listing with that around it. */
export function selectedPart(selected: Range): DocumentFragment {
  const part = selected.cloneContents();
  const { commonAncestorContainer: common } = selected;
  let around = common instanceof Element ? common : common.parentElement;
  for (; around?.matches(AROUND); around = around.parentElement) {
    const box = around.cloneNode(false);
    box.appendChild(part);
    part.append(box);
  }
  return part;
}
