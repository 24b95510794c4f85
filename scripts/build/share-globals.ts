import { applyEdits, type Edit } from './apply-edits.ts';
import { childOf, syntaxNodes } from './syntax-nodes.ts';

/** Expressions of the language that occur in many places, and the names and declarations that replace them. */
const SHARED: readonly (readonly [said: string, name: string, declared: string])[] = [
  ['new Set', 'newSet', 'function newSet(a){return new Set(a)}'],
  ['new Map', 'newMap', 'function newMap(a){return new Map(a)}'],
  ['Math.max', 'mathMax', 'var mathMax=Math.max;'],
  ['Math.min', 'mathMin', 'var mathMin=Math.min;'],
];

/**
 * Replaces `new Set(a)`, `Math.max(a, b)` and the like by calls of functions that a minifier can rename. The script is
 * one function, whose first statement begins at `start`.
 */
export function shareGlobals(code: string, start: number): string {
  const edits = syntaxNodes(code).flatMap((node): Edit[] => {
    const { type, start } = node;
    if (type !== 'NewExpression' && type !== 'CallExpression') return [];
    const { end } = childOf(node, 'callee');
    const [, name] = SHARED.find(([said]) => said === code.slice(start, end)) ?? [];
    if (name === undefined) return [];
    // With a space, since `return` may precede without one.
    return [{ start, end, text: code[end] === '(' ? ` ${name}` : ` ${name}()` }];
  });
  const text = SHARED.map(([, , declared]) => `\n${declared}`).join('');
  return applyEdits(code, [{ start, end: start, text }, ...edits]);
}
