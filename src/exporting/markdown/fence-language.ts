/**
 * Names that may stand behind the fence of a code block. Obsidian gives blocks of other names to its plug-ins, of which
 * some run what they find as a script (`dataviewjs`, `js-engine`), and a page may call its code anything.
 */
const KNOWN = new Set(
  (
    'abap abnf actionscript actionscript3 ada adoc agda antlr apache apacheconf apex apl applescript arduino ' +
    'arm armasm as3 asciidoc asm aspnet assembly astro atom autohotkey autoit awk bash bash-session basic bat ' +
    'batch bazel bibtex bicep blade bnf brainfuck bzl c c# c++ c-like caddyfile cairo cc cfg cjs clike clj cljs ' +
    'clojure cmake cmd cobol coffee coffeescript common-lisp conf console coq cplusplus cpp cql crystal cs csh ' +
    'csharp cshtml css csv cts cuda cue curl cxx cypher cython d dart delphi devicetree diff django docker ' +
    'dockerfile dos dot dotenv dts ebnf edn ejs el elisp elixir elm emacs-lisp env erb erl erlang ex exs f# f90 ' +
    'factor fish forth fortran fs fsharp gas gdscript gemspec gherkin git gitconfig gitignore gleam glsl ' +
    'gnuplot go golang gql gradle graphql groovy gyp h h++ hack haml handlebars haskell haxe hbs hcl heex hh ' +
    'hlsl hpp hs htaccess htm html http https hxx hy idris ini ipython irb java javascript javascriptreact ' +
    'jinja jinja-html jinja2 jl jq js json json-ld json5 jsonc jsonl jsonld jsonnet jsonp jsp jsx julia kotlin ' +
    'kql ksh kt kts kusto latex ldif lean leex less liquid lisp llvm log lua luau make makefile markdown markup ' +
    'mathematica matlab md mdx metal mips mjs mk mkd mkdown ml mlir mojo mts mustache mysql nasm nginx nim ' +
    'ninja nix njk node nsis nu nunjucks nushell obj-c objc objc++ objective-c objectivec objectivecpp ocaml ' +
    'octave odin opencl openscad org pas pascal patch perl pgsql php pl plaintext plist plpgsql plsql po ' +
    'podspec postcss postgres postgresql postscript powerquery powershell prisma processing prolog promql ' +
    'properties proto protobuf ps ps1 pug puppet purescript pwsh py py3 pycon pyi python python3 qml r racket ' +
    'raku razor rb re react reason reasonml regex regexp rescript rest restructuredtext riscv rkt ron rs rss ' +
    'rst ruby rust sas sass scala scheme scm scss sed sh sh-session shell shell-session shellscript ' +
    'shellsession smalltalk sml sol solidity soql sparql sql sqlite st starlark stata styl stylus sv svelte svg ' +
    'swift systemd systemverilog tcl tcsh terraform tex text textile tf thor thrift toml ts tsql tsv tsx ttl ' +
    'turtle twig txt typescript typescriptreact typst v vala vb vb.net vba vbnet vbscript verilog vhdl vim viml ' +
    'vimscript visualbasic vue vyper wasm wast wat webassembly webidl wgsl wolfram wsf x86asm xaml xhtml xjb ' +
    'xml xquery xsd xsl xslt yaml yml z80 zig zsh'
  ).split(' '),
);

/** The language of a code block, as it is written behind the fence; null for none, and for a name that is not of one. */
export function fenceLanguage(pre: Element): string | null {
  const name = [...(pre.querySelector('code') ?? pre).classList].find((token) => token.startsWith('language-'));
  const language = name?.slice('language-'.length).toLowerCase() ?? '';
  return KNOWN.has(language) ? language : null;
}
