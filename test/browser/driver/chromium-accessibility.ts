import type { CDPSession, Protocol } from 'puppeteer-core';
import type { AccessibleNode } from './browser-driver.ts';

export interface ChromiumNode extends AccessibleNode {
  backendNodeId: number;
  focusable: boolean;
}

/** Roles that carry no meaning of their own. */
const SILENT = new Set(['generic', 'none', 'StaticText', 'InlineTextBox', 'RootWebArea', 'LineBreak']);

/** The accessibility tree in document order, closed shadow roots included. */
export async function readAccessibleNodes(session: CDPSession): Promise<ChromiumNode[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const ordered: ChromiumNode[] = [];
  const walk = (node: Protocol.Accessibility.AXNode | undefined): void => {
    if (node === undefined) return;
    const role = String(node.role?.value ?? '');
    if (!node.ignored && !SILENT.has(role) && node.backendDOMNodeId !== undefined) {
      const focusable =
        node.properties?.some(({ name, value }) => name === 'focusable' && value.value === true) ?? false;
      ordered.push({ role, name: String(node.name?.value ?? ''), backendNodeId: node.backendDOMNodeId, focusable });
    }
    for (const id of node.childIds ?? []) walk(byId.get(id));
  };
  walk(nodes.find((node) => node.parentId === undefined));
  return ordered;
}
