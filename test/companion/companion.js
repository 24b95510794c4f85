/**
 * What other extensions do to a page, each on an event of its own; answers stand in the document element's attributes.
 * They find the reader as they find any page: by its open shadow roots.
 */
const answer = (name, value) => document.documentElement.setAttribute(`data-${name}`, value);

function openRoots(node = document) {
  const roots = [];
  for (const element of node.querySelectorAll('*'))
    if (element.shadowRoot) roots.push(element.shadowRoot, ...openRoots(element.shadowRoot));
  return roots;
}

/** A dictionary: the word under the pointer. */
document.addEventListener('companion-look-up', ({ detail }) => {
  const [x, y] = detail.split(',').map(Number);
  const { offsetNode, offset } = document.caretPositionFromPoint(x, y, { shadowRoots: openRoots() }) ?? {};
  const text = offsetNode?.nodeType === Node.TEXT_NODE ? offsetNode.data : '';
  const start = text.slice(0, offset).search(/\S+$/);
  answer('looked-up', /\S+/.exec(text.slice(Math.max(0, start)))?.[0] ?? '');
});

/** A translator: other words in the text nodes of each paragraph, wherever they stand. */
document.addEventListener('companion-translate', () => {
  let count = 0;
  for (const root of [document, ...openRoots()])
    for (const paragraph of root.querySelectorAll('p')) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.toUpperCase();
      count += 1;
    }
  answer('translated', String(count));
});

/** A dark mode: a style sheet of its own in each root. */
document.addEventListener('companion-darken', () => {
  for (const root of openRoots()) {
    const style = document.createElement('style');
    style.textContent = '.page { background-color: rgb(1, 2, 3) !important; color: rgb(200, 201, 202) !important; }';
    root.append(style);
  }
  answer('darkened', 'yes');
});
