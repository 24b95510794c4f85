/**
 * Names that may stand behind the fence of a code block. Obsidian gives blocks of other names to its plug-ins, of which
 * some run what they find as a script (`dataviewjs`, `js-engine`), and a page may call its code anything.
 */
const KNOWN = new Set(
  (
    'abap actionscript ada adoc antlr apache apex apl applescript arduino arm armasm asciidoc asm aspnet assembly ' +
    'astro autohotkey autoit awk bash basic bat batch bibtex bicep blade bnf brainfuck c c# c++ cairo cfg cjs clj ' +
    'cljs clojure cmake cmd cobol coffee coffeescript common-lisp conf console cpp cql crystal cs csharp cshtml css ' +
    'csv cts cuda cue curl cython d dart delphi diff django docker dockerfile dos dot dotenv ebnf edn ejs el elisp ' +
    'elixir elm emacs-lisp env erb erl erlang ex exs f# f90 factor fish forth fortran fs fsharp gdscript gherkin ' +
    'git gitignore gleam glsl gnuplot go golang gql gradle graphql groovy hack haml handlebars haskell haxe hbs hcl ' +
    'hlsl hs html http https hy idris ini ipython irb java javascript jinja jinja2 jl jq js json json5 jsonc ' +
    'jsonl jsonnet jsp jsx julia kotlin ksh kt kts latex ldif less lean liquid lisp llvm log lua make makefile ' +
    'markdown markup mathematica matlab md mdx metal ml mips mjs mojo mts mustache mysql nasm nginx nim nix node ' +
    'nsis obj-c objc objective-c objectivec ocaml octave odin openscad pas pascal patch perl pgsql php pl ' +
    'plaintext plist plpgsql plsql po postgres postgresql postscript powershell prisma processing prolog promql ' +
    'properties proto protobuf ps1 pug puppet purescript pwsh py py3 pycon pyi python python3 qml r racket raku ' +
    'razor rb re react reason reasonml regex regexp rest restructuredtext rkt rs rst ruby rust sas sass scala scheme ' +
    'scm scss sed sh sh-session shell shell-session shellsession sml solidity sparql sql sqlite st stata styl stylus ' +
    'svelte svg swift systemverilog tcl tcsh terraform tex text tf thrift toml ts tsql tsx turtle twig txt typescript ' +
    'typst v vala vb vba vbnet vbscript verilog vhdl vim viml vue vyper wasm wat wgsl wolfram xaml xhtml xml xquery ' +
    'xsd xsl xslt yaml yml zig zsh'
  ).split(' '),
);

/** The language of a code block, as it is written behind the fence; null for none, and for a name that is not of one. */
export function fenceLanguage(pre: Element): string | null {
  const name = [...(pre.querySelector('code') ?? pre).classList].find((token) => token.startsWith('language-'));
  const language = name?.slice('language-'.length).toLowerCase() ?? '';
  return KNOWN.has(language) ? language : null;
}
