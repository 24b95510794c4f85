import { applyEdits, type Edit } from './apply-edits.ts';
import { type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/** Writes what has a method `run` and nothing else, as a pass has, as that function, and each call of a `run` as one of it. */
export function passesAsFunctions(code: string): string {
  const edits = syntaxNodes(code).flatMap((node): Edit[] => {
    const { type, start, end } = node;
    if (type === 'CallExpression') return callOf(node['callee'] as SyntaxNode);
    const [method, further] = (node['properties'] ?? []) as SyntaxNode[];
    if (type !== 'ObjectExpression' || further || !isRun(method)) return [];
    const made = method?.['value'] as SyntaxNode;
    const body = made['body'] as SyntaxNode;
    return [
      { start, end: made.start, text: made['async'] === true ? '(async' : '(' },
      { start: body.start, end: body.start, text: '=>' },
      { start: made.end, end, text: ')' },
    ];
  });
  return applyEdits(code, edits);
}

const isRun = (method: SyntaxNode | undefined): boolean =>
  method?.['method'] === true && (method['key'] as SyntaxNode)['name'] === 'run';

function callOf(callee: SyntaxNode): Edit[] {
  if (callee.type !== 'MemberExpression' || (callee['property'] as SyntaxNode)['name'] !== 'run') return [];
  return [{ start: (callee['object'] as SyntaxNode).end, end: callee.end, text: '' }];
}
