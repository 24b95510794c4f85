import { pattern } from '../../model/pattern.ts';
import { attributeOf, findAll } from '../find-elements.ts';
import { textOf } from './elements.ts';

/**
 * Class names that are a prefix and a language, as Prism, highlight.js, GitHub, rouge, WeChat, Sphinx, Org, MediaWiki,
 * LaTeXML and Jupyter write them. The fourth group is the language.
 */
const PREFIXED = pattern('i')`
  ^(
    lang(uage)?|highlight(-source|-text|er)?|hl|mw-highlight-lang|ltx_lst_language|enlighter-l|brush|syntax|code-snippet_
    |code|src|sourceCode|type
  )[-_:]([\w+#.-]{1,20}?)(-basic)?$`;

/** Attributes that hold a language: `data-lang`, `data-enlighter-language`, `syntax`. */
const LANGUAGE_ATTRIBUTE = /(?:^|-)(?:lang(?:uage)?|syntax)$/;

/**
 * Class names that say the element is code. A class beside one may be the language alone: `hljs python`,
 * `sourceCode haskell`, `highlight ruby`, `brush: js`.
 */
const CODE_CLASS = /^(?:hljs|sourceCode|highlight|syntaxhighlighter|brush:|prettyprint|src|chroma|shiki|code)$/;

/** Values that stand for no language. */
const NO_LANGUAGE = /^(?:text|plain(?:text)?|txt|none|no-?highlight|undefined|null|auto|default|source)$/i;

/** Languages that are recognised without a prefix, as a class or a label of their own. */
export const KNOWN_LANGUAGE = pattern('i')`
  ^(?:
    (?:ba|z)?sh|console|(?:power)?shell
    |c(?:pp|\+\+|#|s|sharp)?|s?css|less|clojure|(?:coffee|type)script
    |dart|diff|docker(?:file)?
    |elixir|elm|erlang
    |fortran|f(?:sharp|#)
    |go(?:lang)?|graphql|groovy
    |haskell|hs|html?|http
    |ini
    |java(?:script)?|jsx?|json[5c]?|julia
    |kotlin
    |(?:la)?tex|(?:emacs-)?lisp|lua
    |makefile|markdown|md|matlab
    |nginx|ni[mx]
    |obj(?:ective-?)?c|ocaml
    |perl|php|properties|protobuf|i?py(?:thon|con)?3?
    |r|re?st|ruby|rb|rust|rs
    |scala|scheme|(?:my|pg)?sql|svelte|swift
    |toml|tsx?
    |verilog|vhdl|vim|vue
    |wasm
    |xml
    |ya?ml
    |zig
  )$`;

/**
 * The language of a code block, in lower case. It is read from the attributes and classes of the block, of code inside
 * it, and of the wrappers around it up to `target`, else from a label inside `target`. Null when none is named.
 */
export function codeLanguage(block: Element, target: Element = block): string | null {
  const places = [block, ...findAll(block, 'code, pre, [data-code-block-lang]')].slice(0, 8);
  let at: Element | null = block.parentElement;
  for (let level = 0; at && level < 3 && (target.contains(at) || level < 2); level++, at = at.parentElement)
    places.push(at);
  for (const place of places) {
    const language = languageOf(place);
    if (language) return language;
  }
  const label = findAll(target, 'span, div, b, label').find(
    (at) => !block.contains(at) && KNOWN_LANGUAGE.test(textOf(at)),
  );
  return label ? textOf(label).toLowerCase() : null;
}

function languageOf(element: Element): string | null {
  const isPre = /^(?:PRE|CODE)$/.test(element.tagName);
  for (const name of element.getAttributeNames()) {
    const value = attributeOf(element, name).trim().toLowerCase();
    if (!LANGUAGE_ATTRIBUTE.test(name) || !/^[\w+#.-]{1,20}$/.test(value) || NO_LANGUAGE.test(value)) continue;
    if (name !== 'lang' || (isPre && KNOWN_LANGUAGE.test(value))) return value;
  }
  const classes =
    `${attributeOf(element, 'class')} ${attributeOf(element, 'data-syntaxhighlighter-params')}`.match(/[^\s;]+/g) ?? [];
  for (const name of classes) {
    const language = PREFIXED.exec(name)?.[4]?.replace(/^_/, '');
    if (
      language &&
      !NO_LANGUAGE.test(language) &&
      (/^(?:lang|brush|highlight-source|mw-|ltx|enl)/i.test(name) || KNOWN_LANGUAGE.test(language))
    )
      return language.toLowerCase();
  }
  if (!classes.some((name) => CODE_CLASS.test(name)) && !isPre) return null;
  return classes.find((name) => KNOWN_LANGUAGE.test(name))?.toLowerCase() ?? null;
}
