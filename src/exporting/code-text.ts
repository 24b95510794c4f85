/** Elements that hold a line of code each, where a listing has no line breaks. */
const LINES = /^(?:p|div|li|tr)$/;

/**
 * The text of a listing with its line breaks. In pages they are characters, `br` elements, or a box around each line.
 */
export function codeText(pre: Element): string {
  let text = '';
  // A variable of its own, because `text.endsWith` copies the growing text (a rope in V8) for each line.
  let isEnded = true;
  const add = (piece: string): void => {
    if (piece === '') return;
    text += piece;
    isEnded = piece.endsWith('\n');
  };
  const endLine = (): void => {
    if (!isEnded) add('\n');
  };
  const visit = (node: Node): void => {
    const isLine = node !== pre && node.nodeType === 1 && LINES.test((node as Element).localName);
    if (isLine) endLine();
    if (node.nodeType === 3) add(node.nodeValue ?? '');
    else if (node.nodeName === 'BR') add('\n');
    for (const child of node.childNodes) visit(child);
    if (isLine) endLine();
  };
  visit(pre);
  return text;
}
