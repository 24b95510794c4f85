import type { PhrasingContent } from 'mdast';

/** Puts something else in the place of pieces of text, however deep: where only one line can stand a line break would end it. */
export const replaceInline = (
  nodes: readonly PhrasingContent[],
  replacement: (node: PhrasingContent) => PhrasingContent,
): PhrasingContent[] =>
  nodes.map((each) => {
    const node = replacement(each);
    return 'children' in node
      ? ({ ...node, children: replaceInline(node.children, replacement) } as PhrasingContent)
      : node;
  });
