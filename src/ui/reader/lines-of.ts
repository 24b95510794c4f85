const BLOCK = /^(?:p|h[1-6]|li|dt|dd|pre|blockquote|figure|figcaption|tr|table|div|section|ul|ol)$/;

/** The text in a node, with each block in it on lines of its own and a line break for every `br`. */
export function linesOf(root: Node): string {
  let text = '';
  let isEnded = false;
  const write = (more: string): void => {
    if (isEnded && text !== '' && !text.endsWith('\n')) text += '\n';
    isEnded = false;
    text += more;
  };
  const visit = (node: Node): void => {
    const isBlock = node instanceof Element && BLOCK.test(node.localName);
    isEnded ||= isBlock;
    if (node instanceof Text && node.data !== '') write(node.data);
    else if (node.nodeName === 'BR') write('\n');
    for (const child of node.childNodes) visit(child);
    isEnded ||= isBlock;
  };
  for (const child of root.childNodes) visit(child);
  return text;
}
