import type { PhrasingContent } from 'mdast';

/** Puts something else in the place of line breaks, however deep: where only one line can stand they would end it. */
export const replaceBreaks = (nodes: readonly PhrasingContent[], by: PhrasingContent): PhrasingContent[] =>
  nodes.map((node) => {
    if (node.type === 'break') return { ...by };
    return 'children' in node ? ({ ...node, children: replaceBreaks(node.children, by) } as PhrasingContent) : node;
  });
