/**
 * The document or shadow root that a node is in. The DOM's type is any node, because a node that is in no tree is its
 * own root; ours are in one when they are asked.
 */
export const rootOf = (node: Node): Document | ShadowRoot => node.getRootNode() as Document | ShadowRoot;
