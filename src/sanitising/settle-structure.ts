/**
 * Settles what cells and items are to assistive technology, where a page shows it but its elements do not say it. Needs
 * the whole article, and does no more the second time.
 */
export function settleStructure(article: ParentNode): void {
  for (const header of article.querySelectorAll('th'))
    if (isEmpty(header)) rename(header, 'td').removeAttribute('scope');
  for (const head of article.querySelectorAll('thead:not(:has(th))')) nameColumns(head.querySelectorAll('td'));
  for (const table of article.querySelectorAll('table:not(:has(th))')) {
    const [first, second] = table.querySelectorAll('tr');
    if (first && second && isBold(first) && !isBold(second)) nameColumns(first.children);
  }
  // Without a term and its description it is an indent.
  for (const list of article.querySelectorAll('dl'))
    if (list.firstElementChild && !(list.querySelector('dt') && list.querySelector('dd')))
      list.setAttribute('role', 'none');
  for (const list of article.querySelectorAll('ul, ol')) settleItems(list);
}

/** A header cell is read out with each cell it heads: the empty corner of a table heads nothing. */
const isEmpty = (cell: Element): boolean => !cell.textContent.trim() && !cell.querySelector('img, math');

/** Whether a row has several cells, and all words of each are bold; the first may be the table's empty corner. */
function isBold(row: Element): boolean {
  const cells = [...row.children];
  return (
    cells.length > 1 &&
    cells.every((cell, at) => {
      const words = cell.textContent.trim();
      return words === '' ? at === 0 : cell.querySelector('b, strong')?.textContent.trim() === words;
    })
  );
}

function nameColumns(cells: Iterable<Element>): void {
  for (const cell of [...cells]) if (!isEmpty(cell)) rename(cell, 'th').setAttribute('scope', 'col');
}

function rename(cell: Element, name: 'td' | 'th'): Element {
  const renamed = cell.ownerDocument.createElement(name);
  for (const { name: attribute, value } of cell.attributes) renamed.setAttribute(attribute, value);
  renamed.append(...cell.childNodes);
  cell.replaceWith(renamed);
  return renamed;
}

/** What stands among words; any other element is a block. */
const AMONG_WORDS = /^(?:a|abbr|b|code|del|em|i|img|ins|kbd|mark|s|small|span|strong|sub|sup|time|u)$/;

/**
 * A list in which anything but items stands is not read out as one, or with a wrong count. Boxes around items go. What
 * stands between items belongs to the one before, as in the exports; what stands before all of them precedes the list.
 */
function settleItems(list: Element): void {
  for (const box of list.querySelectorAll(':scope > div')) if (holdsItemsAlone(box)) box.replaceWith(...box.childNodes);
  if (!list.querySelector(':scope > li')) {
    if (list.hasChildNodes()) list.setAttribute('role', 'none');
    return;
  }
  let item: Element | null = null;
  /** Words have a line of their own behind those of the item. */
  let line: Element | null = null;
  for (const node of [...list.childNodes]) {
    const name = (node as Partial<Element>).localName;
    const isBlock = name !== undefined && !AMONG_WORDS.test(name);
    if (isBlock) line = null;
    if (name === 'li') item = node as Element;
    else if (isBlankText(node)) line?.append(node);
    else if (item === null) list.before(node);
    else if (isBlock) item.append(node);
    else {
      line ??= item.appendChild(list.ownerDocument.createElement('div'));
      line.append(node);
    }
  }
}

const holdsItemsAlone = (box: Element): boolean =>
  box.firstElementChild !== null &&
  [...box.childNodes].every((node) => (node as Partial<Element>).localName === 'li' || isBlankText(node));

const isBlankText = (node: Node): boolean => node.nodeType === 3 && !node.textContent?.trim();
