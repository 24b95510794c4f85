import { appendFootnotes } from './body-passes/append-footnotes.ts';
import { convertInlineStyles } from './body-passes/convert-inline-styles.ts';
import { dropAttributes } from './body-passes/drop-attributes.ts';
import { dropBareMarks } from './body-passes/drop-bare-marks.ts';
import { dropRepeatedTitle } from './body-passes/drop-repeated-title.ts';
import { moveAttribution } from './body-passes/move-attribution.ts';
import { putRowsBack } from './body-passes/put-rows-back.ts';
import { setCallouts } from './body-passes/set-callouts.ts';
import { settleLanguage } from './body-passes/settle-language.ts';
import { settleLeadImage } from './body-passes/settle-lead-image.ts';
import { settleLinks } from './body-passes/settle-links.ts';
import { settleNumbers } from './body-passes/settle-numbers.ts';
import { shapeFigures } from './body-passes/shape-figures.ts';
import { shapeHeadings } from './body-passes/shape-headings.ts';
import { unwrapLayout } from './body-passes/unwrap-layout.ts';
import type { BodyPass, PagePass } from './extraction-pass.ts';
import { cardEmbeds } from './page-passes/card-embeds.ts';
import { convertCodeBlocks } from './page-passes/convert-code-blocks.ts';
import { convertFormulas } from './page-passes/convert-formulas.ts';
import { dropBoilerplate } from './page-passes/drop-boilerplate.ts';
import { dropCopies } from './page-passes/drop-copies.ts';
import { dropUnseen } from './page-passes/drop-unseen.ts';
import { flattenShadowRoots } from './page-passes/flatten-shadow-roots.ts';
import { loadPictures } from './page-passes/load-pictures.ts';
import { markUnseen } from './page-passes/mark-unseen.ts';
import { neutraliseFormControls } from './page-passes/neutralise-form-controls.ts';
import { numberItems } from './page-passes/number-items.ts';
import { openNoscript } from './page-passes/open-noscript.ts';
import { partBoxedWords } from './page-passes/part-boxed-words.ts';
import { placeStreamedParts } from './page-passes/place-streamed-parts.ts';
import { readAttributionLines } from './page-passes/read-attribution.ts';
import { readFrontMatter } from './page-passes/read-front-matter.ts';
import { readMetadata } from './page-passes/read-metadata.ts';
import { setFootnotesAside } from './page-passes/set-footnotes-aside.ts';
import { setPlainText } from './page-passes/set-plain-text.ts';
import { shortenSrcset } from './page-passes/shorten-srcset.ts';
import { showHiddenBody } from './page-passes/show-hidden-body.ts';
import { splitBrParagraphs } from './page-passes/split-br-paragraphs.ts';
import { trimHandIndents } from './page-passes/trim-hand-indents.ts';
import { unwrapInline } from './page-passes/unwrap-inline.ts';

/**
 * Run on the copy of the page, in this order, before the body is chosen. Metadata are read early: the cleaning passes
 * remove their sources.
 */
export const PAGE_PASSES: readonly PagePass[] = [
  neutraliseFormControls,
  shortenSrcset,
  markUnseen,
  numberItems,
  partBoxedWords,
  placeStreamedParts,
  flattenShadowRoots,
  openNoscript,
  unwrapInline,
  readFrontMatter,
  readMetadata,
  setPlainText,
  readAttributionLines,
  loadPictures,
  convertFormulas,
  convertCodeBlocks,
  cardEmbeds,
  setFootnotesAside,
];

/** Run on the copy of the page unless it is a thread, whose posts are taken as they are. */
export const CLEANING_PASSES: readonly PagePass[] = [
  dropUnseen,
  dropBoilerplate,
  dropCopies,
  showHiddenBody,
  splitBrParagraphs,
  trimHandIndents,
];

/** Run on the chosen body, in this order. */
export const BODY_PASSES: readonly BodyPass[] = [
  settleLanguage,
  moveAttribution,
  dropRepeatedTitle,
  unwrapLayout,
  setCallouts,
  shapeHeadings,
  shapeFigures,
  putRowsBack,
  convertInlineStyles,
  appendFootnotes,
  settleLinks,
  settleLeadImage,
  dropBareMarks,
  settleNumbers,
  dropAttributes,
];
