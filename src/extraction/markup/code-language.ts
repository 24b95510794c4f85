import { attributeOf, attributeOrNull, findAll } from '../find-elements.ts';

/** Prefixes that highlighters put before the language in a class: Prism, highlight.js, GitHub, rouge, WeChat, Sphinx, Org. */
const PREFIXED =
  /^(?:language|lang|highlight-source|highlight-text|highlighter|highlight|brush|syntax|code-snippet_|code|src|sourceCode)[-_:]([\w+#.]{1,20})$/i;

/** Class names beside which a bare class is the language: `hljs python`, `sourceCode haskell`, `highlight ruby`, `brush: js`. */
const BESIDE = /^(?:hljs|sourceCode|highlight|syntaxhighlighter|brush:|prettyprint|src|chroma|shiki|code)$/;

/** Class names of highlighters that are no language, and names for "none". */
const NEVER =
  /^(?:hljs|code|block|highlight|highlighter|rouge|wrap|wrapper|container|area|line|lines|inner|outer|text|plain|plaintext|txt|none|nohighlight|no-?highlight|undefined|null|auto|default|source|prettyprint(?:ed)?|linenums|numbers?|line-numbers|nogutter|fix|js-ln|theme|dark|light|toolbar|snippet|body|content|title|header|example|copy|css-\w+|has-.*|is-.*|scroll.*|relative|group|not-prose|sourcecode|numbersource|chroma|shiki|src)$/i;

/** Languages worth believing in as a bare class. */
const KNOWN =
  /^(?:bash|sh|shell|zsh|console|powershell|c|cpp|c\+\+|csharp|cs|css|scss|less|clojure|coffeescript|dart|diff|docker(?:file)?|elixir|elm|erlang|fortran|fsharp|go|golang|graphql|groovy|haskell|hs|html?|http|ini|java|javascript|js|jsx|json5?|julia|kotlin|latex|tex|lisp|lua|makefile|markdown|md|matlab|nginx|nim|nix|objc|objectivec|ocaml|perl|php|properties|protobuf|python|py|python3|r|ruby|rb|rust|rs|scala|scheme|sql|mysql|pgsql|svelte|swift|toml|ts|tsx|typescript|verilog|vhdl|vim|vue|wasm|xml|ya?ml|zig)$/i;

/**
 * Language of a block of code, lower-cased, from the attributes and classes of the block, of code inside it, or of a wrapper
 * around it up to `target`; null when none is named.
 */
export function codeLanguage(block: Element, target: Element = block): string | null {
  const places = [block, ...findAll(block, 'code, pre, [data-lang], [data-language]')].slice(0, 8);
  let at: Element | null = block.parentElement;
  for (let level = 0; at && level < 3 && (target.contains(at) || level < 2); level++, at = at.parentElement)
    places.push(at);
  for (const place of places) {
    const language = ofElement(place);
    if (language) return language;
  }
  return null;
}

function ofElement(element: Element): string | null {
  const isPre = /^(?:PRE|CODE)$/.test(element.tagName);
  for (const name of [
    'data-lang',
    'data-language',
    'data-code-language',
    'language',
    ...(isPre ? ['lang', 'syntax', 'type'] : []),
  ]) {
    const value = attributeOrNull(element, name)?.trim().toLowerCase();
    if (value && /^[\w+#.-]{1,20}$/.test(value) && !NEVER.test(value) && (name !== 'lang' || KNOWN.test(value)))
      return value;
  }
  const classes = attributeOf(element, 'class')
    .split(/[\s;]+/)
    .filter(Boolean);
  for (const name of classes) {
    const language = PREFIXED.exec(name)?.[1]?.replace(/^_/, '');
    if (
      language &&
      !NEVER.test(language) &&
      (/^(?:language|lang|brush|highlight-source)/i.test(name) || KNOWN.test(language))
    )
      return language.toLowerCase();
  }
  if (!classes.some((name) => BESIDE.test(name)) && !isPre) return null;
  return classes.find((name) => KNOWN.test(name))?.toLowerCase() ?? null;
}
