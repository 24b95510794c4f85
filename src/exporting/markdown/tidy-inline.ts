import type { PhrasingContent } from 'mdast';
import { isInlineScript } from './is-inline-script.ts';

/** White space that HTML collapses. No-break and ideographic spaces are not among it. */
export const SPACES = /[ \t\n\r\f]+/g;

/**
 * Collapses white space in a paragraph as HTML does, also across nested elements. Removes it at both ends and around
 * line breaks, joins neighbouring texts, and keeps one of several line breaks in a row.
 */
export function tidyInline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const settled = trimEnd(collapse(nodes, { afterSpace: true, afterBreak: true }));
  return settled.some((node) => node.type !== 'break') ? settled : [];
}

function collapse(
  nodes: readonly PhrasingContent[],
  state: { afterSpace: boolean; afterBreak: boolean },
): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') {
      let value = node.value.replace(SPACES, ' ');
      if (state.afterSpace) value = value.replace(/^ /, '');
      if (value === '') continue;
      state.afterSpace = value.endsWith(' ');
      state.afterBreak = false;
      const last = result.at(-1);
      if (last?.type === 'text') last.value += value;
      else result.push({ type: 'text', value });
    } else if (node.type === 'break') {
      if (state.afterBreak) continue;
      trimEnd(result);
      state.afterSpace = true;
      state.afterBreak = true;
      result.push(node);
    } else if ('children' in node) {
      result.push({ ...node, children: collapse(node.children, state) } as PhrasingContent);
    } else {
      if (node.type !== 'html') state.afterSpace = false;
      state.afterBreak = false;
      pushOne(result, node);
    }
  }
  return result;
}

/**
 * Adds a node. Code right after code is joined with it, because their backticks would touch. Where only both together are a
 * script, they become plain text, as one that stands in a single piece does.
 */
function pushOne(result: PhrasingContent[], node: PhrasingContent): void {
  const last = result.at(-1);
  if (node.type !== 'inlineCode' || last?.type !== 'inlineCode') result.push(node);
  // What grows piece by piece is looked at only where it can have become a script: looking takes as long as it is.
  else if (node.value.startsWith('=') && isInlineScript(last.value + node.value))
    result.splice(-1, 1, { type: 'text', value: last.value + node.value });
  else last.value += node.value;
}

/** Removes white space and line breaks from the end, in place, also inside the last element. */
function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  for (let last = nodes.at(-1); last; last = nodes.at(-1)) {
    if (last.type === 'break') nodes.pop();
    else if (last.type === 'text') {
      last.value = last.value.replace(/ +$/, '');
      if (last.value !== '') break;
      nodes.pop();
    } else {
      if ('children' in last) trimEnd(last.children as PhrasingContent[]);
      break;
    }
  }
  return nodes;
}
