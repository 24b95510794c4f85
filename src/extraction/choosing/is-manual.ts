import type { PageContext } from '../extraction-pass.ts';
import { findAll } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { readLinkedData } from '../metadata/read-linked-data.ts';
import { metaValues } from '../metadata/read-meta-tags.ts';

/** Addresses of manuals and help pages: `docs.example.org`, `/api/`, `/en/docs/`. */
const MANUAL_ADDRESS =
  /[/.](?:[\w-]*docs?|developers?|api|help|support|documentation|reference|man(?:ual|\d)?|hc|pkg)[/.]/i;

/** A page with this many more pieces of code and terms than paragraphs is a manual; an essay on code is not. */
const MORE_TERMS = 10;

/**
 * The markup of generators that do not name themselves: Sphinx, Confluence, DocFX with its tabs, RDoc, older Doxygen,
 * YARD. Hexo's blogs have Sphinx' links in their headings too, but in no section.
 */
const MADE_BY_GENERATOR =
  'section[id] > * > .headerlink, .section > * > .headerlink, .wiki-content, .tabGroup, ' +
  '.method-detail .method-heading, .memproto, :has(> .docstring) .tag_title';

/**
 * What a manual declares itself to be, in its linked data or as its generator: a recipe or an instruction, which are
 * lists of short lines too; Docusaurus, MkDocs, Docutils, Asciidoctor, Doxygen, GitBook, VitePress, Starlight, Antora,
 * Quarto; and what makes specifications: xml2rfc, Bikeshed, ReSpec. Pandoc makes any text, and Discourse names GitHub.
 */
const DECLARED_MANUAL = /\b(?:recipe|howto)\b|(?<!pan)do[ckx]|gitb|quarto|vitep|starl|antora|xml2|bikes|respec/i;

/** Whether an address is that of a manual or of help. */
export const isManualAddress = (url: string): boolean => MANUAL_ADDRESS.test(url);

/** Whether a page is made of signatures, terms, tables and steps, with little prose among them. */
export const isManual = ({ url, clone }: PageContext): boolean =>
  isManualAddress(url) ||
  findAll(clone, 'code, dt').length >= findAll(clone, 'p').length + MORE_TERMS ||
  DECLARED_MANUAL.test(`${readLinkedData(clone).types},${metaValues(clone, 'generator')}`) ||
  !!findNamed(clone, MADE_BY_GENERATOR)[0];
