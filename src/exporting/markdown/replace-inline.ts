import type { PhrasingContent } from 'mdast';

/** Replaces nodes of running text at any depth, for example line breaks where Markdown allows only one line. */
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
