/**
 * The document or shadow root that a node stands in. The DOM promises any node, since one that is in no tree is its own
 * root; ours are asked while they stand.
 */
export const rootOf = (node: Node): Document | ShadowRoot => node.getRootNode() as Document | ShadowRoot;
