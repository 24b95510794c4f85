import { applyEdits, type Edit } from './apply-edits.ts';
import { captureGroups } from './capture-groups.ts';
import { findInLoops } from './find-in-loops.ts';
import { identifiersByName } from './identifiers-by-name.ts';
import { loopsAsCalls } from './loops-as-calls.ts';
import { minifyScript } from './minify-script.ts';
import { passesAsFunctions } from './passes-as-functions.ts';
import { placeConstants } from './place-constants.ts';
import { platformsAsLists } from './platforms-as-lists.ts';
import { renameOwn } from './rename-own.ts';
import { shareGlobals } from './share-globals.ts';
import { shareMethods } from './share-methods.ts';
import { shareTexts } from './share-texts.ts';
import { closeSelectors, shortenClasses, unquoteSelectors } from './shorten-selectors.ts';
import { childOf, nodeIn, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';

/**
 * Properties of the extraction's own objects, which get short names. None is a name of the DOM, of the language, of a
 * page's data or of the script's input and output.
 */
const OWN_PROPERTIES = (
  'chars clone element linked metadata units measure prose address unspaced articleContent inline decisive ' +
  'charThreshold kept score declared points again loose verdict cyrillicWord arabicWord hebrewWord keptUnder ' +
  'ownsBlock chance measures isApart headlines twice hosts sites wide container total lead breathe chances likely ' +
  'manual pictureAddress whole firstLikely lastLikely textLength published modified authors spaced live counts'
).split(' ');

/**
 * Makes the bundled, self-contained extraction script shorter in ways that a minifier cannot know to be safe. Functions
 * without `this` and `arguments` become arrow functions. Its own properties get short names. Selectors lose spaces and
 * quotation marks. Long names of methods and properties, and repeated strings, are written once. This saves 5 %. Throws
 * when the script is not one function that is called at once, or when one of its own properties is named in a string.
 */
export function shortenScript(code: string): string {
  const own = renameOwn(
    OWN_PROPERTIES,
    plusForNumber(
      closeSelectors(
        delayPatterns(
          captureGroups(placePatterns(placeConstants(shortNumbers(platformsAsLists(passesAsFunctions(code)))))),
        ),
      ),
    ),
  );
  const classes = shortenClasses(own, startOf(own));
  const texts = shareTexts(classes, startOf(classes));
  const globals = shareGlobals(texts, startOf(texts));
  const methods = shareMethods(globals, startOf(globals));
  const arrows = arrowDeclarations(arrowExpressions(shareProperties(methods, LONG_PROPERTIES)));
  return unquoteSelectors(minifyScript(loopsAsCalls(arrows, startOf(arrows))));
}

/**
 * Writes `Number.parseFloat` as `parseFloat`, which is the same function
 * (https://tc39.es/ecma262/#sec-number.parsefloat).
 */
const shortNumbers = (code: string): string => code.replace(/\bNumber\.(?=parse(?:Int|Float)\()/g, '');

/**
 * Does the part of this that is safe for any script in one function, such as the overlay's: arrow functions, long
 * property names written once, and constants moved to where they are used. Repeated texts stay: with each in a variable
 * full view opened 5 ms later (docs/speed.md).
 */
export function shortenFunctions(code: string): string {
  const shared = shareProperties(placeConstants(code), [...LONG_PROPERTIES, ...LONG_METHODS]);
  const arrows = arrowDeclarations(arrowExpressions(shared));
  return minifyScript(loopsAsCalls(arrows, startOf(arrows)));
}

/**
 * Moves a pattern that is declared at the top and used once into the function that uses it. The browser has to parse
 * each pattern that it makes, and most pages need few of them.
 */
function placePatterns(code: string): string {
  const nodes = syntaxNodes(code);
  const isShorthand = new Set(nodes.flatMap((node) => (node['shorthand'] === true ? [node['value']] : [])));
  const named = identifiersByName(nodes);
  const edits = nodes.flatMap((node): Edit[] => {
    const [id, init] = [nodeIn(node, 'id'), nodeIn(node, 'init')];
    const pattern = node.type === 'VariableDeclarator' ? (init?.['regex'] as { flags: string } | undefined) : undefined;
    if (!id || !init || !pattern || (/[gy]/.test(pattern.flags) && !isCostly(init, code))) return [];
    const [, use, ...further] = named.get(String(id['name'])) ?? [];
    if (!use || further.length > 0 || use.start < init.end || isShorthand.has(use)) return [];
    return [
      { start: id.end, end: init.end, text: '' },
      { start: use.start, end: use.end, text: code.slice(init.start, init.end) },
    ];
  });
  return applyEdits(code, edits);
}

/** Whether a pattern has Unicode classes (`\p{…}`), which take a browser long to parse. */
const isCostly = ({ start, end }: SyntaxNode, code: string): boolean => code.slice(start, end).includes('\\p{');

/**
 * Makes patterns such as `/\p{L}/u` when they are first used. A browser parses all patterns in a script when it loads
 * it, to check their syntax, and 34 of these take 2 ms. `lastIndex` is reset for each use, as for a pattern inside a
 * function. Classes are written shorter: `%L}`, `%=Han}`.
 */
function delayPatterns(code: string): string {
  const flagsOf = new Map<string, string>();
  const edits = syntaxNodes(code).flatMap((node): Edit[] => {
    if (node['regex'] === undefined || !isCostly(node, code)) return [];
    const { pattern, flags } = node['regex'] as { pattern: string; flags: string };
    // Not with characters that would end the template or be taken for a class.
    if (/[`%]|\$\{|\{=/.test(pattern)) return [];
    // Patterns are kept by their text. Of two that differ only in flags, the second stays as it is.
    if ((flagsOf.get(pattern) ?? flags) !== flags) return [];
    flagsOf.set(pattern, flags);
    // As a tagged template, in which backslashes need no escaping.
    const [tag, given] =
      flags === 'u' ? ['patternOf', ''] : flags === 'gu' ? ['patternsOf', ''] : ['patternOf', `\${"${flags}"}`];
    const text = ` ${tag}\`${pattern.replaceAll('\\p{', '%').replaceAll('%sc=', '%=')}${given}\``;
    return [{ start: node.start, end: node.end, text }];
  });
  if (edits.length === 0) return code;
  const start = startOf(code);
  const text =
    '\nvar patterns={};function patternOf({raw:[a]},b="u"){let c=patterns[a]??=RegExp(a.replace(/%=/g,"%sc=").replace(/%/g,"\\\\p{"),b);return c.lastIndex=0,c}function patternsOf(a){return patternOf(a,"gu")}';
  return applyEdits(code, [{ start, end: start, text }, ...edits]);
}

/** Writes `Number(a)` as `+a`, which differs only for `BigInt`, and the script has none. */
function plusForNumber(code: string): string {
  const edits = syntaxNodes(code).flatMap((node): Edit[] => {
    const callee = nodeIn(node, 'callee');
    const [given, further] = nodesIn(node, 'arguments');
    const isNumber = node.type === 'CallExpression' && callee && code.slice(callee.start, callee.end + 1) === 'Number(';
    if (!isNumber || !given || further || given.type === 'SpreadElement') return [];
    // The minifier removes needless parentheses.
    return [
      { start: node.start, end: callee.end + 1, text: ' (+(' },
      { start: node.end, end: node.end, text: ')' },
    ];
  });
  return applyEdits(code, edits);
}

/** Properties with long names that occur in many places. */
const LONG_PROPERTIES = [
  'length',
  'nodeType',
  'byline',
  'author',
  'publishedTime',
  'prototype',
  'index',
  'title',
  'parentElement',
  'ownerDocument',
  'textContent',
  'previousElementSibling',
  'nextElementSibling',
  'childElementCount',
  'documentElement',
  'firstElementChild',
  'parentNode',
  'childNodes',
  'nodeValue',
  'className',
  'children',
  'tagName',
  'localName',
  'nextSibling',
  'previousSibling',
  'firstChild',
  'lastChild',
  'nodeName',
  'isConnected',
  'content',
  'defaultView',
  'display',
  'body',
  'classList',
  'leadImage',
  'data',
];

/** Those of them that keep their names inside loops, where access by name is faster. */
const BUSY = ['length', 'nodeType'];

/** Methods with long names that are not called often. The extraction script has its own way with methods. */
const LONG_METHODS = ['addEventListener', 'removeEventListener', 'getAttribute', 'setAttribute', 'removeAttribute'];

/** Writes `a.parentElement` as `a[b]`, so that the name of the property is written once. */
function shareProperties(code: string, names: readonly string[]): string {
  const long = names.filter((name) => code.split(`.${name}`).length > 3);
  const nodes = syntaxNodes(code);
  const isInLoop = findInLoops(nodes);
  const edits = nodes.flatMap((node): Edit[] => {
    const property = node.type === 'MemberExpression' ? nodeIn(node, 'property') : undefined;
    if (property === undefined || node['computed'] === true || !long.includes(String(property['name']))) return [];
    if (BUSY.includes(String(property['name'])) && isInLoop(node)) return [];
    const { start, end } = property;
    const text = `[${code.slice(start, end)}Key]`;
    return [code[start - 2] === '?' ? { start, end, text } : { start: start - 1, end, text }];
  });
  const start = startOf(code);
  // By destructuring, since a minifier would inline plain constants.
  const text = `\nvar [${long.map((name) => `${name}Key`)}]=${JSON.stringify(long)};`;
  return applyEdits(code, edits.length === 0 ? [] : [{ start, end: start, text }, ...edits]);
}

/**
 * Turns function expressions into arrow functions, outermost first, and repeats that until none is left. Functions with
 * `this` or `arguments` and generators stay as they are.
 */
function arrowExpressions(code: string): string {
  const edits: Edit[] = [];
  const outermost = findOutermost(code);
  for (const node of syntaxNodes(code)) {
    const isInside = (edits.at(-1)?.end ?? 0) > node.start;
    if (node.type !== 'FunctionExpression' || node === outermost || isInside) continue;
    if (node.start !== outermost.start && code.startsWith('function(', node.start) && canBeArrow(node, code))
      edits.push({ start: node.start, end: node.end, text: `(${writeArrow(node, code)})` });
  }
  return edits.length === 0 ? code : arrowExpressions(applyEdits(code, edits));
}

/**
 * Turns the function declarations of the script into arrow functions and puts them first, because they are no longer
 * hoisted. Those that are called with `new` stay as they are.
 */
function arrowDeclarations(code: string): string {
  const body = childOf(findOutermost(code), 'body');
  const made = new Set(
    syntaxNodes(code).flatMap((node) => (node.type === 'NewExpression' ? String(childOf(node, 'callee')['name']) : [])),
  );
  const nameOf = (node: SyntaxNode) => String(childOf(node, 'id')['name']);
  const moved = nodesIn(body, 'body').filter(
    (node) => node.type === 'FunctionDeclaration' && canBeArrow(node, code) && !made.has(nameOf(node)),
  );
  const text = moved.map((node) => `${nameOf(node)}=${writeArrow(node, code)}`).join();
  const start = body.start + 1;
  const first = text === '' ? [] : [{ start, end: start, text: `var ${text};` }];
  return applyEdits(code, [...first, ...moved.map(({ start, end }) => ({ start, end, text: '' }))]);
}

function canBeArrow(node: SyntaxNode, code: string): boolean {
  const text = code.slice(node.start, node.end);
  return node['generator'] !== true && !/\b(?:this|arguments|super|new\.target)\b/.test(text);
}

function writeArrow(node: SyntaxNode, code: string): string {
  const parameters = nodesIn(node, 'params');
  const body = childOf(node, 'body');
  const text = code.slice(parameters[0]?.start ?? 0, parameters.at(-1)?.end ?? 0);
  return `${node['async'] === true ? 'async' : ''}(${text})=>${code.slice(body.start, body.end)}`;
}

/** The offset at which the first statement of a script in one function begins. */
const startOf = (code: string): number => childOf(findOutermost(code), 'body').start + 1;

function findOutermost(code: string): SyntaxNode {
  const outermost = syntaxNodes(code).find(({ type }) => type === 'FunctionExpression');
  if (outermost === undefined || outermost.start > 200) throw new Error('Not a script in one function');
  return outermost;
}
