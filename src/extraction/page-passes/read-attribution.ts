import type { PagePass } from '../extraction-pass.ts';
import { findAll, findFirst, rawText } from '../find-elements.ts';
import { textOf } from '../markup/elements.ts';
import { isAttribution, MAY_BE_ATTRIBUTION, takeAttribution } from '../metadata/attribution-line.ts';
import { isOutsideArticle } from '../metadata/is-outside-article.ts';
import { squeeze } from '../metadata/site-names.ts';

/** What a footer adds to a copyright notice in the same line: links to rules and to who made the site. */
const AFTER_RIGHTS = /(?<=©.{9,})\s*[|•·∙].*/;

/** An e-mail address alone: around the article it is that of the site, and only in it a reporter's. */
const ADDRESS = /^\S+@\S+$/;

/** At most this many lines are kept from around the article. */
const MOST = 5;

/**
 * Notes lines on source and editors around the article before cleaning drops them. They give author and site where
 * those are unknown.
 *
 * 来源、作者、责任编辑 and 原标题 stand in lines beside the article, and often nothing else names author or source.
 */
export const readAttributionLines: PagePass = {
  run({ clone, metadata }) {
    const lines = new Map<string, string>();
    for (const element of findAll(clone, 'p, div, span, li, em, small, section, h6, td')) {
      if (element.childElementCount > 8 || findFirst(element, 'p, div, li, section, table, h1, h2')) continue;
      const raw = rawText(element);
      if (raw.length > 300 || !MAY_BE_ATTRIBUTION.test(raw)) continue;
      const line = textOf(element).replace(AFTER_RIGHTS, '');
      if (
        line.length > 120 ||
        !isAttribution(line) ||
        ADDRESS.test(line) ||
        element.closest('figure, blockquote, pre, script, style') ||
        isOutsideArticle(element)
      )
        continue;
      takeAttribution(line, metadata);
      const key = squeeze(line);
      if (lines.size < MOST && !/[:：]$/.test(line) && ![...lines.keys()].some((known) => known.includes(key)))
        lines.set(key, line);
    }
    metadata.attribution = [...lines.values()].join('\n') || null;
  },
};
