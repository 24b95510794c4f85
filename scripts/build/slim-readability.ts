import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { applyEdits, type Edit } from './apply-edits.ts';
import { childOf, nodesIn, type SyntaxNode, syntaxNodes } from './syntax-nodes.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Replacements that make Readability faster or shorter. It reads the whole text of each element before it looks at its
 * name or children, and serialises the whole page in case it must begin again.
 */
const QUICKER: readonly (readonly [was: string, is: string])[] = [
  [
    '(!node.style || node.style.display != "none") &&',
    '(!node.hasAttribute("style") || !node.style || (node.style.display != "none" && node.style.visibility != "hidden")) &&',
  ],
  ['(!node.style || node.style.visibility != "hidden") &&', ''],
  // Readability replaces a `div` that is a paragraph by a new `p`. This notes from which element it was made.
  [
    'p = doc.createElement("p");',
    'p = doc.createElement("p"); p.setAttribute("data-of", node.getAttribute("data-recto-mark"));',
  ],
  // Asynchronous, so that the browser can respond before each further attempt on a long page.
  ['_grabArticle(page) {', 'async _grabArticle(page) {'],
  ['_getLinkDensity(element) {', '_getLinkDensity(element, textLength) {'],
  ['PHRASING_ELEMS: [', 'PHRASING_ELEMS: new Set(['],
  ['"WBR",\n  ],', '"WBR",\n  ]),'],
  ['this.PHRASING_ELEMS.includes(', 'this.PHRASING_ELEMS.has('],
  [
    'this.REGEXPS.unlikelyCandidates.test(matchString) &&',
    'matchString.length > 1 && this.REGEXPS.unlikelyCandidates.test(matchString) &&',
  ],
  [
    'this.REGEXPS.shareElements.test(matchString) &&',
    'matchString.length > 1 && this.REGEXPS.shareElements.test(matchString) &&',
  ],
  [
    '(node.tagName === "A" ||\n        node.tagName === "DEL" ||\n        node.tagName === "INS") &&',
    '/^(?:A|DEL|INS)$/.test(node.tagName) &&',
  ],
  [
    '(node.className &&\n          node.className.includes &&\n          node.className.includes("fallback-image")))',
    'node.className.includes?.("fallback-image"))',
  ],
  [
    'this.UNLIKELY_ROLES.includes(node.getAttribute("role"))',
    '/^(?:alert|complem|dialog|menu(?:bar)?$|navig)/.test(node.getAttribute("role"))',
  ],
  // Redundant conditions: a parent with a `tagName` exists, and a node with element children is an element.
  [
    '!elementToScore.parentNode ||\n          typeof elementToScore.parentNode.tagName === "undefined"',
    '!elementToScore.parentNode?.tagName',
  ],
  [
    '!ancestor.tagName ||\n            !ancestor.parentNode ||\n            typeof ancestor.parentNode.tagName === "undefined"',
    '!ancestor.parentNode?.tagName',
  ],
  ['typeof ancestor.readability === "undefined"', '!ancestor.readability'],
  ['} else if (topCandidate) {', '} else {'],
  // Over a copy of the live list no index has to be adjusted when an element is moved out of it.
  [
    'for (var s = 0, sl = siblings.length; s < sl; s++) {\n        var sibling = siblings[s];',
    'for (let sibling of [...siblings]) {',
  ],
  ['page = page ? page : this._doc.body;', 'page = this._doc.body;'],
  ['t < this._nbTopCandidates', 't < this.DEFAULT_N_TOP_CANDIDATES'],
  // Each further attempt clears the next flag. The flags are bits, in this order from the lowest.
  [
    'if (this._flagIsActive(this.FLAG_STRIP_UNLIKELYS)) {\n          this._removeFlag(this.FLAG_STRIP_UNLIKELYS);\n        } else if (this._flagIsActive(this.FLAG_WEIGHT_CLASSES)) {\n          this._removeFlag(this.FLAG_WEIGHT_CLASSES);\n        } else if (this._flagIsActive(this.FLAG_CLEAN_CONDITIONALLY)) {\n          this._removeFlag(this.FLAG_CLEAN_CONDITIONALLY);\n        } else {',
    'if (this._flags) { this._flags &= this._flags - 1; } else {',
  ],
  ['topCandidates.length > this._nbTopCandidates', 'topCandidates.length > this.DEFAULT_N_TOP_CANDIDATES'],
  ['var pageCacheHtml = page.innerHTML;', ''],
  ['page.innerHTML = pageCacheHtml;', 'this._doc = doc = await this._again(); this._prepDocument(); page = doc.body;'],
  [
    'element.children.length != 1 || element.children[0].tagName !== tag',
    '!element.firstElementChild || element.firstElementChild.nextElementSibling || element.firstElementChild.tagName !== tag',
  ],
];

/**
 * Replacements that make it shorter: redundant alternatives in patterns, and short names for properties that it sets on
 * elements.
 */
const SHORTER: readonly (readonly [was: RegExp, is: string])[] = [
  [/\|hentry\|h-entry\|/, '|'],
  [/\|p-author\//, '/'],
  [/\^hid\$\| hid\$\| hid \|\^hid \|/, '(?:^| )hid(?:$| )|'],
  [/\\u002C\|\\u060C\|\\uFE50\|\\uFE10\|\\uFE11\|\\u2E41\|\\u2E34\|\\u2E32\|\\uFF0C/, '[,،﹐︐︑⹁⸴⸲，]'],
  [/this\.ELEMENT_NODE/g, '1'],
  [/this\.TEXT_NODE/g, '3'],
  [/\.readability = \{ contentScore: 0 \}/g, '.$1 = {}; node.$1.$2 = 0'],
  [/\.readability\b/g, '.$1'],
  [/\.contentScore\b/g, '.$2'],
  [/\._readabilityDataTable\b/g, '.$3'],
  [/this\._clean\(\w+, "([\w,]+)"\);\s*this\._clean\((\w+), "/g, 'this._clean($2, "$1,'],
];

/** The fields of a Readability object as variables, and a constructor that takes the options that Recto uses. */
const STATE = `
  let _doc, _again, _charThreshold, _attempts, _flags, _articleTitle;
  function Readability(doc, options) {
    _doc = doc;
    _again = options.again;
    _charThreshold = options.charThreshold;
    _attempts = [];
    _flags = 7;
    return { parse };
  }`;

/**
 * Statements that are not needed, by type and beginning, each an entry of its own, so that none can be missed unseen. Most
 * only shape the article that Readability would return.
 */
const LEFT_OUT: readonly (readonly [type: string, start: RegExp])[] = [
  ['IfStatement', /^if \(this\._debug\)/],
  ['IfStatement', /^if \(this\._docJSDOMParser/],
  ['ExpressionStatement', /^this\.log\(/],
  ['ExpressionStatement', /^this\._someNode\(ancestors,/],
  // `chooseBody` has checked that there is a body, and a paragraph without a parent is not scored.
  ['IfStatement', /^if \(!page\)/],
  ['IfStatement', /^if \(ancestors\.length === 0\)/],
  ['ExpressionStatement', /^siblings = parentOf/],
  ['ExpressionStatement', /^s -= 1/],
  ['ExpressionStatement', /^sl -= 1/],
  ['VariableDeclaration', /^var ancestors = \[parentOfTopCandidate/],
  ['IfStatement', /^if \(node\.tagName === "HTML"\)/],
  ['VariableDeclaration', /^var isPaging = /],
  ['ExpressionStatement', /^this\._replaceNodeTags\(\s*this\._getAllNodesWithTag\(articleContent, \["h1"\]/],
  ['ExpressionStatement', /^this\._removeNodes\(\s*this\._getAllNodesWithTag\(articleContent, \["p"\]/],
  ['ExpressionStatement', /^this\._forEachNode\(\s*this\._getAllNodesWithTag\(articleContent, \["br"\]/],
  ['ExpressionStatement', /^this\._forEachNode\(\s*this\._getAllNodesWithTag\(articleContent, \["table"\]/],
  ['IfStatement', /^if \(isPaging\)/],
  ['IfStatement', /^if \(neededToCreateTopCandidate\)/],
  // The cleaning passes have dropped dialogs, and the head of the article is judged by its own rules: without these steps
  // no page of the corpus is read differently, or three are read better (empty boxes). Roles are looked at here, too: no
  // pass drops an `alert`, which may be a note of the article or a notice of the site.
  ['IfStatement', /^if \(\s*node\.getAttribute\("aria-modal"\)/],
  ['IfStatement', /^if \(\s*!this\._articleByline/],
  ['IfStatement', /^if \(\s*\(node\.tagName === "DIV" \|\|\s*node\.tagName === "SECTION"/],
  ['ExpressionStatement', /^this\._cleanHeaders\(/],
];

/**
 * Writes Readability without the parts that the extraction script does not use, for the bundler to use instead of the
 * package, and gives the file's path. Every byte of it is injected into pages, and a minifier cannot remove or rename
 * the methods of an object. Throws when the package differs from the version that this was written for.
 */
export function slimReadability(root: string): string {
  const source = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
  const target = join(root, 'node_modules/.cache/recto/readability.mjs');
  writeWhole(target, slimReadabilitySource(source));
  return target;
}

/**
 * Turns `Readability.js` into an ES module of plain functions, with the bodies in `readability-methods.js` and without
 * logging and all that is unused then.
 */
export function slimReadabilitySource(source: string): string {
  let slim = source;
  for (const [was, is] of QUICKER) {
    if (!slim.includes(was)) throw new Error(`Readability has no "${was}": look at scripts/build/slim-readability.ts`);
    slim = slim.replace(was, () => is);
  }
  for (const [pattern, is] of SHORTER) {
    if (slim.search(pattern) < 0)
      throw new Error(`Readability has nothing like ${pattern}: look at scripts/build/slim-readability.ts`);
    for (let was = ''; was !== slim; ) [was, slim] = [slim, slim.replace(pattern, is)];
  }
  slim = applyEdits(slim, [...findLeftOut(slim), ...findReplaced(slim)]);
  slim = slim.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  for (let size = Number.POSITIVE_INFINITY; slim.length < size; ) {
    size = slim.length;
    slim = applyEdits(slim, findUnused(slim));
  }
  return asFunctions(slim);
}

function findLeftOut(source: string): Edit[] {
  const missing = new Set(LEFT_OUT);
  const edits = syntaxNodes(source).flatMap((node) => {
    const { start, end } = node;
    const text = source.slice(start, end);
    if (node.type === 'IfStatement' && text.startsWith('if (typeof module')) {
      return [{ start, end, text: 'export { Readability };' }];
    }
    if (node.type === 'FunctionDeclaration' && text.startsWith('function Readability('))
      return [{ start, end, text: STATE }];
    const entry = LEFT_OUT.find(([type, begins]) => node.type === type && begins.test(text));
    if (!entry) return [];
    missing.delete(entry);
    return [{ start, end, text: ';' }];
  });
  for (const [type, begins] of missing)
    throw new Error(`Readability has no ${type} ${begins}: look at scripts/build/slim-readability.ts`);
  return edits;
}

/** Edits that give methods the bodies that they have in `readability-methods.js`. */
function findReplaced(source: string): Edit[] {
  const ours = readFileSync(join(import.meta.dirname, 'readability-methods.js'), 'utf8');
  const methods = methodsOf(source);
  return methodsOf(ours).map((method) => {
    const name = keyOf(method);
    const replaced = methods.find((one) => keyOf(one) === name);
    if (!replaced) throw new Error(`Readability has no method ${name}: look at scripts/build/slim-readability.ts`);
    const { start, end } = bodyOf(replaced);
    return { start, end, text: ours.slice(bodyOf(method).start, bodyOf(method).end) };
  });
}

const methodsOf = (source: string): SyntaxNode[] =>
  syntaxNodes(source).filter((node) => node.type === 'Property' && node['method'] === true);

const bodyOf = (method: SyntaxNode): SyntaxNode => childOf(childOf(method, 'value'), 'body');

/** Edits that remove properties whose names occur nowhere else. */
function findUnused(source: string): Edit[] {
  return syntaxNodes(source).flatMap((node) => {
    const key = node.type === 'Property' && node['computed'] === false ? keyOf(node) : undefined;
    if (key === undefined || source.split(new RegExp(`\\b${key}\\b`)).length > 2) return [];
    const comma = source[node.end] === ',' ? 1 : 0;
    return isOwn(node, source) ? [{ start: node.start, end: node.end + comma, text: '' }] : [];
  });
}

/** Whether a property is one of Readability's own tables and methods, and not part of the result of `parse`. */
function isOwn({ start }: SyntaxNode, source: string): boolean {
  return start < source.indexOf('  parse() {');
}

/**
 * Turns the methods and constants of the prototype into functions and constants of the module, which a minifier can
 * rename.
 */
function asFunctions(source: string): string {
  const assignment = syntaxNodes(source).find(
    (node) => node.type === 'AssignmentExpression' && source.startsWith('Readability.prototype =', node.start),
  );
  if (assignment === undefined)
    throw new Error('Readability has no prototype: look at scripts/build/slim-readability.ts');
  const properties = nodesIn(childOf(assignment, 'right'), 'properties');
  const text = properties.flatMap((property) => declare(property, source, '')).join('\n');
  const flat = `${source.slice(0, assignment.start)}${text}\n${source.slice(assignment.end)}`
    .replace(/\bthis\.REGEXPS\./g, 'REGEXPS_')
    .replace(/\bthis\.(?=\w)/g, '')
    .replace(/\.call\(this, /g, '(')
    .replace(/, this\)/g, ')');
  if (/\bthis\b/.test(flat)) throw new Error('Readability says "this" anew: look at scripts/build/slim-readability.ts');
  return flat;
}

function declare(property: SyntaxNode, source: string, prefix: string): string[] {
  const name = prefix + (keyOf(property) ?? '');
  const value = childOf(property, 'value');
  if (value.type === 'ObjectExpression')
    return nodesIn(value, 'properties').flatMap((inner) => declare(inner, source, `${name}_`));
  const text = source.slice(value.start, value.end);
  return [
    property['method'] === true
      ? `${value['async'] === true ? 'async ' : ''}function ${name}${text}`
      : `const ${name} = ${text};`,
  ];
}

function keyOf(property: SyntaxNode): string | undefined {
  const key = childOf(property, 'key');
  return key.type === 'Identifier' ? String(key['name']) : undefined;
}
