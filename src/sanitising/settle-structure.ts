import { pattern } from '../model/pattern.ts';
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
const AMONG_WORDS = pattern()`
  ^(?:
    a|abbr|b|bd[io]|cite|code|del|dfn|em|i|img|ins|kbd|mark|math|q|r[bpt]|rtc|ruby|s|samp|small|span|strong|sub|sup|time|u
    |var|wbr
  )$`;

/**
 * A list in which anything but items stands is not read out as one, or with a wrong count. Boxes around items go. What
 * stands between items belongs to the one before, as in the exports; what stands before all of them precedes the list.
 */
function settleItems(list: Element): void {
  for (const box of list.querySelectorAll(':scope > div')) if (holdsItemsAlone(box)) unbox(box);
  if (!list.querySelector(':scope > li')) {
    if (list.hasChildNodes()) list.setAttribute('role', 'none');
    return;
  }
  let item: Element | null = null;
  /** Words have a line of their own, behind those of the item or before the list. */
  let line: Element | null = null;
  for (const node of [...list.childNodes]) {
    const name = (node as Partial<Element>).localName;
    if (isBlankText(node)) line?.append(node);
    else if (name === undefined || AMONG_WORDS.test(name)) {
      line ??= place(list.ownerDocument.createElement('div'), item, list);
      line.append(node);
    } else {
      line = null;
      if (name === 'li') item = node as Element;
      else place(node as Element, item, list);
    }
  }
}

/** Adds what stands in a list to the item before it, or puts it before the list. */
function place(part: Element, item: Element | null, list: Element): Element {
  // A line break is no block.
  if (item && part.localName !== 'br') keepApart(item);
  if (item) item.append(part);
  else list.before(part);
  return part;
}

/**
 * Makes a paragraph of an item's own words before something is added. So they are a block still, by which places of
 * reading and what was hidden by hand are found again in articles that were saved before.
 */
function keepApart(item: Element): void {
  const within = [...item.querySelectorAll(':not(br, math *)')];
  if (!item.textContent.trim() || !within.every(({ localName }) => AMONG_WORDS.test(localName))) return;
  const words = item.ownerDocument.createElement('p');
  words.append(...item.childNodes);
  item.append(words);
}

/** What the box says of its items is said of each; where its address led to, the first of them is. */
function unbox(box: Element): void {
  for (const item of box.children)
    for (const { name, value } of box.attributes)
      if (/^(?:dir|lang)$/.test(name) || (name === 'id' && item === box.firstElementChild))
        if (!item.hasAttribute(name)) item.setAttribute(name, value);
  box.replaceWith(...box.childNodes);
}

const holdsItemsAlone = (box: Element): boolean =>
  box.firstElementChild !== null &&
  [...box.childNodes].every((node) => (node as Partial<Element>).localName === 'li' || isBlankText(node));

const isBlankText = (node: Node): boolean => node.nodeType === 3 && !node.textContent?.trim();
