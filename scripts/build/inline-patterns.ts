import { pattern } from '../../src/model/pattern.ts';
import { applyEdits, type Edit } from './apply-edits.ts';
import { childOf, nodeIn, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** How `src/model/pattern.ts` finds comments, which no minifier changes: in a script it tells which function that is. */
const FINDS_COMMENTS = String.raw`/\s+# .*$/gm`;

/**
 * Writes the regular expressions of a bundled script that stand over several lines (`src/model/pattern.ts`) as literals,
 * so that they are neither longer nor made at another time than if they had been written so. Throws a `SyntaxError`
 * where one is no pattern, and an `Error` where the minifier has changed the function so that none is found.
 */
export function inlinePatterns(code: string): string {
  if (!code.includes(FINDS_COMMENTS)) return code;
  const textOf = ({ start, end }: SyntaxNode): string => code.slice(start, end);
  const nodes = syntaxNodes(code);
  // The function's own is the innermost one around it. Where it is used once, the minifier writes it there.
  const declared = nodes.findLast((node) => nodeIn(node, 'id') && textOf(node).includes(FINDS_COMMENTS));
  const name = declared && textOf(childOf(declared, 'id'));
  const isPattern = (callee: string) => callee === name || callee.includes(FINDS_COMMENTS);
  const edits = nodes.flatMap((node): Edit[] => {
    const call = node.type === 'TaggedTemplateExpression' ? childOf(node, 'tag') : null;
    if (call?.type !== 'CallExpression' || !isPattern(textOf(childOf(call, 'callee')))) return [];
    const [flags] = nodesIn(call, 'arguments');
    const text = textOf(childOf(node, 'quasi')).slice(1, -1);
    const made = pattern(flags && textOf(flags).slice(1, -1))({ raw: [text] });
    return [{ start: node.start, end: node.end, text: String(made) }];
  });
  if (edits.length === 0)
    throw new Error('A script has the function of src/model/pattern.ts, and no use of it was found');
  return applyEdits(code, edits);
}
