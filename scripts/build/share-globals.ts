import { applyEdits, type Edit } from './apply-edits.ts';
import { type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** What is made or asked of the language in many places, and as what it is named. */
const SHARED: readonly (readonly [said: string, name: string, declared: string])[] = [
  ['new Set', 'newSet', 'function newSet(a){return new Set(a)}'],
  ['new Map', 'newMap', 'function newMap(a){return new Map(a)}'],
  ['Math.max', 'mathMax', 'var mathMax=Math.max;'],
  ['Math.min', 'mathMin', 'var mathMin=Math.min;'],
];

/** Writes `new Set(a)` and `Math.max(a, b)` in a script in one function, which begins at `start`, as calls of what has a short name there. */
export function shareGlobals(code: string, start: number): string {
  const edits = syntaxNodes(code).flatMap(({ type, start, callee }): Edit[] => {
    if (type !== 'NewExpression' && type !== 'CallExpression') return [];
    const end = (callee as SyntaxNode).end;
    const [, name] = SHARED.find(([said]) => said === code.slice(start, end)) ?? [];
    if (name === undefined) return [];
    // After a space: there may be none after `return`.
    return [{ start, end, text: code[end] === '(' ? ` ${name}` : ` ${name}()` }];
  });
  const text = SHARED.map(([, , declared]) => `\n${declared}`).join('');
  return applyEdits(code, [{ start, end: start, text }, ...edits]);
}
