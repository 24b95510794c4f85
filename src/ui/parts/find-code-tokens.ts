import { createLowlight } from 'lowlight';
import { CODE_LANGUAGES, OTHER_NAMES } from './code-languages.ts';

/** What a piece of code is, as far as its colour is concerned. */
export const CODE_KINDS = [
  'comment',
  'keyword',
  'string',
  'number',
  'name',
  'type',
  'meta',
  'added',
  'removed',
] as const;

type CodeKind = (typeof CODE_KINDS)[number];

/** A piece of code by the positions of its first and past its last character. */
export interface CodeToken {
  start: number;
  end: number;
  kind: CodeKind;
}

/** Longer blocks are not coloured: nobody reads them, and colouring would hold the page up. */
const LONGEST = 60_000;

/**
 * The coloured pieces of `code` in `language`, in order and side by side; null where the language is not known. Languages
 * are not guessed: a wrong guess colours wrongly.
 *
 * Lowlight (the grammars of highlight.js) gives a tree instead of markup, so that nothing has to be written as HTML.
 */
export function findCodeTokens(code: string, language: string): CodeToken[] | null {
  lowlight ??= makeLowlight();
  if (!lowlight.registered(language) || code.length > LONGEST) return null;
  const tokens: CodeToken[] = [];
  let at = 0;
  const visit = (node: TreeNode, kind: CodeKind | null): void => {
    if (node.type === 'text') {
      const end = at + (node.value?.length ?? 0);
      if (kind && end > at) tokens.push({ start: at, end, kind });
      at = end;
    }
    const own = node.type === 'element' ? kindOf(node.properties?.className, kind) : kind;
    for (const child of node.children ?? []) visit(child, own);
  };
  visit(lowlight.highlight(language, code) as TreeNode, null);
  return tokens;
}

let lowlight: ReturnType<typeof createLowlight> | null = null;

function makeLowlight(): ReturnType<typeof createLowlight> {
  const made = createLowlight(CODE_LANGUAGES);
  made.registerAlias(OTHER_NAMES);
  return made;
}

/** As much of a hast node as is read here. */
interface TreeNode {
  type: string;
  value?: string;
  properties?: { className?: unknown };
  children?: TreeNode[];
}

/** Scopes of highlight.js (https://highlightjs.readthedocs.io/en/latest/css-classes-reference.html) by kind. */
const SCOPES: Record<string, CodeKind> = {
  ...kinds('comment', 'comment quote doctag'),
  ...kinds('keyword', 'keyword literal selector-tag name template-tag section operator'),
  ...kinds('string', 'string regexp char code link symbol bullet'),
  ...kinds('number', 'number'),
  ...kinds('name', 'title selector-id selector-class attribute attr property'),
  ...kinds('type', 'type built_in class selector-attr selector-pseudo template-variable variable'),
  ...kinds('meta', 'meta'),
  ...kinds('added', 'addition'),
  ...kinds('removed', 'deletion'),
};

function kinds(kind: CodeKind, scopes: string): Record<string, CodeKind> {
  return Object.fromEntries(scopes.split(' ').map((scope) => [scope, kind]));
}

/**
 * What is inserted into a string is code again, and not coloured. Other scopes without a kind keep that of the scope
 * around them.
 */
function kindOf(className: unknown, around: CodeKind | null): CodeKind | null {
  const [name = ''] = Array.isArray(className) ? className : [];
  const scope = String(name).replace(/^hljs-/, '');
  return scope === 'subst' ? null : (SCOPES[scope] ?? around);
}
