import { isSiteName, type SiteNames, squeeze } from './site-names.ts';

/**
 * Marks between a title and a site's name: a dash or colon between spaces, or bars, dots, slashes, quotes marks and underscores however
 * spaced; in Chinese titles also a bare hyphen (`标题-36氪`).
 */
const SEPARATOR = /\s*[|｜¦]+\s*|\s+[-–—―·•:»«/\\~>]+\s+|\s*[_»«·•]\s*|\s+::\s+|(?<=[\p{sc=Han}？！”》）])\s*[-–—]+\s*/u;

interface Piece {
  text: string;
  /** Separator before it. */
  lead: string;
}

/** Takes the site's name, and section names beside it, off either end of a title: `标题_网易`, `Title | News | The Guardian`, `Blog: Title`. */
export function stripSiteName(title: string, sites: SiteNames): string {
  const pieces = split(title);
  let found = false;
  while (pieces.length > 1 && isSiteName(pieces.at(-1)?.text ?? '', sites)) {
    pieces.pop();
    found = true;
  }
  if (found) dropSections(pieces);
  if (pieces.length > 1 && isSiteName(pieces[0]?.text ?? '', sites)) pieces.shift();
  const kept = pieces.map((piece, index) => (index === 0 ? '' : piece.lead) + piece.text).join('');
  return afterColon(kept, sites).trim() || title;
}

/** `新闻中心` between the title and the site's name; a bar marks it, or an underscore, when the title before is long enough to stand alone. */
function dropSections(pieces: Piece[]): void {
  while (pieces.length > 1) {
    const last = pieces.at(-1);
    const before = pieces.slice(0, -1).reduce((sum, piece) => sum + squeeze(piece.text).length, 0);
    if (!last || !/[|｜_]/.test(last.lead) || squeeze(last.text).length > 16 || before < squeeze(last.text).length * 2) return;
    pieces.pop();
  }
}

function afterColon(title: string, sites: SiteNames): string {
  const match = /^([^:：]{2,40})[:：]\s+(.{8,})$/.exec(title);
  return match && sites.declared.concat(sites.hosts).includes(squeeze(match[1] ?? '')) ? (match[2] ?? title) : title;
}

function split(title: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = title;
  let lead = '';
  for (;;) {
    const match = SEPARATOR.exec(rest);
    if (!match) break;
    pieces.push({ text: rest.slice(0, match.index), lead });
    lead = match[0];
    rest = rest.slice(match.index + lead.length);
  }
  pieces.push({ text: rest, lead });
  return pieces.filter((piece, index) => piece.text.trim() || index === 0);
}
