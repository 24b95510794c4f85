/** What begins and ends a line of a listing that is not written with line breaks. */
const LINES = /^(?:p|div|li|tr)$/;

/** The text of a listing with its lines: pages write them with line breaks, with `br`, or as a box for each. */
export function codeText(pre: Element): string {
  let text = '';
  // Kept apart, since reading the end of a growing text copies it: once for each line.
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
