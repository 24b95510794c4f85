import { pattern } from '../../model/pattern.ts';
import { isSiteName, type SiteNames, squeeze } from './site-names.ts';

/**
 * What separates a title from a site's name: a dash, dot, slash or colon with spaces on both sides; bars, underscores
 * and guillemets with or without them (not a pair of guillemets, which quotes: `«Tout va bien», dit-elle`); and after
 * Han a hyphen without spaces (`标题-36氪`).
 */
const SEPARATOR = pattern('u')`
  \s*[|｜¦]+\s*
  |\s+(?:[-–—―·•⋆*:/\\~<>]+|::)\s+
  |\s*(?:[_•]|(?<!«.*)»(?!.*«)|(?<!».*)«(?!.*»))\s*
  |(?<=[\p{sc=Han}？！”》）])\s*[-–—·]+\s*`;

/** A piece of a title between two separators. */
interface TitlePiece {
  text: string;
  /** The separator before it; empty for the first piece. */
  lead: string;
}

/**
 * Removes the site's name, and names of sections beside it, from both ends of a title: `标题_网易`,
 * `Title | News | The Guardian`, `Blog: Title`.
 */
export function stripSiteName(title: string, sites: SiteNames): string {
  const pieces = splitTitle(title);
  let found = false;
  for (let count = namedTail(pieces, sites); count > 0; count = namedTail(pieces, sites)) {
    pieces.splice(-count);
    found = true;
  }
  while (pieces.length > 1 && isSiteName(pieces[0]?.text ?? '', sites)) pieces.shift();
  dropTails(pieces, found);
  const kept = pieces.map((piece, index) => (index === 0 ? '' : piece.lead) + piece.text).join('');
  return afterColon(kept, sites).trim().replace(PAGE, '') || title;
}

/** Which page of an article is read: `（1/2 ページ）`. */
const PAGE = /\s*[（(]\d(?:\d?\/\d+)? ?(?:ページ|[页頁])目?[)）]$/;

/** How many pieces at the end of a title are the site's name, which may itself contain separators. */
function namedTail(pieces: TitlePiece[], sites: SiteNames): number {
  for (let count = Math.min(3, pieces.length - 1); count > 1; count--) {
    const joined = squeeze(
      pieces
        .slice(-count)
        .map((piece) => piece.text)
        .join(''),
    );
    if (sites.declared.includes(joined)) return count;
  }
  return pieces.length > 1 && isSiteName(pieces.at(-1)?.text ?? '', sites) ? 1 : 0;
}

/**
 * Drops sections and slogans behind a bar (`| Opinion`, `_新闻中心`) when the first piece can stand alone as a title. An
 * underscore counts only beside a site's name (`beside`) or before Han, because file names contain underscores. `>`
 * counts only before Hangul, as Korean boards write it (`> 자유게시판`); elsewhere it may be part of a title (`Why tabs >
 * spaces`).
 */
function dropTails(pieces: TitlePiece[], beside: boolean): void {
  const section = beside ? /[|｜_]|^\s>.*[가-힣]/ : /[|｜]|^\s>.*[가-힣]|_.*[一-龥]/;
  const at = pieces.findIndex(({ lead, text }, index) => index > 0 && section.test(lead + text));
  if (at > 0 && standsAlone(pieces[0]?.text ?? '')) pieces.splice(at);
}

const standsAlone = (text: string) =>
  /\S+\s+\S+\s+\S/.test(text.trim()) || /\p{sc=Han}{6}|[\p{sc=Han}ぁ-ヿ가-힣].{7}/u.test(text);

/**
 * The title behind the site's name and a colon, or behind its host and a space; two colons are part of a name of code, as
 * `Eigen::Matrix`.
 */
function afterColon(title: string, sites: SiteNames): string {
  const match = /^([^:：]{2,40}[:：]|\S+\.\S+ )\s*([^\s:].{5,})$/.exec(title);
  return match && sites.declared.concat(sites.hosts).includes(squeeze(match[1] ?? '')) ? (match[2] ?? title) : title;
}

/** Splits a title at its separators. */
export function splitTitle(title: string): TitlePiece[] {
  const pieces: TitlePiece[] = [];
  let rest = title;
  let lead = '';
  for (let match = SEPARATOR.exec(rest); match; match = SEPARATOR.exec(rest)) {
    pieces.push({ text: rest.slice(0, match.index), lead });
    lead = match[0];
    rest = rest.slice(match.index + lead.length);
  }
  pieces.push({ text: rest, lead });
  return pieces.filter((piece, index) => piece.text.trim() || (index === 0 && pieces.length === 1));
}
