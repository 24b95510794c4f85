import { settleLanguage } from './body-passes/settle-language.ts';
import type { BodyPass, PagePass } from './extraction-pass.ts';
import { dropBoilerplate } from './page-passes/drop-boilerplate.ts';
import { neutraliseFormControls } from './page-passes/neutralise-form-controls.ts';
import { openNoscript } from './page-passes/open-noscript.ts';
import { readFrontMatter } from './page-passes/read-front-matter.ts';
import { readMetadata } from './page-passes/read-metadata.ts';
import { shortenSrcset } from './page-passes/shorten-srcset.ts';

/** Run on the copy of the page, in this order, before the body is chosen. Metadata first: the cleaning passes remove its sources. */
export const PAGE_PASSES: readonly PagePass[] = [
  neutraliseFormControls,
  shortenSrcset,
  openNoscript,
  readFrontMatter,
  readMetadata,
];

/** Run on the copy of the page unless it is a thread of a known engine, which says itself what its posts are. */
export const CLEANING_PASSES: readonly PagePass[] = [dropBoilerplate];

/** Run on the chosen body, in this order. */
export const BODY_PASSES: readonly BodyPass[] = [settleLanguage];
