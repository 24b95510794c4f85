import { attributeOf, findAll, findFirst } from '../find-elements.ts';
import { isAttribution, isCall } from '../metadata/attribution-line.ts';
import { type TextUnit, weighUnits } from './text-units.ts';

/** Longest line, in characters, that introduces a list: 延伸閱讀, *En savoir plus*, *You may be interested in:* */
const LONGEST_LEAD = 60;

/** Longest call to follow, in weighted characters. */
const LONGEST_CALL = 120;

/** In a list of links, links have more than this share. */
const MOSTLY = 0.8;

/** Where sites ask readers to follow them. */
const FOLLOWED = 'a[href*="//t.me/"], a[href*="facebook.com/"]';

/**
 * Drops what ends a page but not the article:
 * - lists of links to pages of the same site, and the line above them;
 * - calls to follow the site elsewhere;
 * - headings below which nothing is left.
 *
 * Lines on the source and calls to share may stand behind these and stay. Such lists are found without their class, and
 * their line in any language. At least two thirds of the text stay: a page may be nothing but links.
 */
export function withoutTail(kept: TextUnit[], url: string): TextUnit[] {
  const rest = [...kept];
  for (let last = rest.length - 1; last > 0; last -= 1) {
    const unit = rest[last] as TextUnit;
    const line = unit.text.trim();
    if (isAttribution(line) || isCall(line)) continue;
    let start = last + 1;
    while (start > 0 && leadsToOthers(rest[start - 1], url)) start -= 1;
    if (isLead(rest[start - 1], start <= last)) start -= 1;
    else if (start <= last || !(unit.chars < LONGEST_CALL && findFirst(unit.element, FOLLOWED))) break;
    else start = last;
    rest.splice(start, last + 1 - start);
    last = start;
  }
  return weighUnits(rest) * 3 < weighUnits(kept) * 2 ? kept : rest;
}

/** Whether a unit is hardly more than links to other pages of the site. */
function leadsToOthers(unit: TextUnit | undefined, url: string): boolean {
  const host = url.split('/')[2]?.replace('www.', '') ?? '';
  const isOther = (href: string): boolean => /^[^#]/.test(href) && (!href.includes('//') || href.includes(host));
  return (
    unit !== undefined &&
    unit.linked > unit.chars * MOSTLY &&
    findAll(unit.element, 'a').every((link) => isOther(attributeOf(link, 'href')))
  );
}

/**
 * Whether a unit introduces what was dropped: any heading or short line that is no sentence before a list of links,
 * elsewhere a line that announces something or a heading with no picture below it.
 */
function isLead(unit: TextUnit | undefined, hasList: boolean): boolean {
  const tag = unit?.element.tagName ?? '';
  const line = unit?.text.trim() ?? '';
  if (/^H[2-6]$/.test(tag)) return hasList || !findFirst(unit?.element.nextElementSibling, 'img');
  return (
    /^(?:P|DIV|SECTION)$/.test(tag) && line.length < LONGEST_LEAD && (hasList ? /[^.!。！।]$/ : /[:：]$/).test(line)
  );
}
