import { attributeOf, attributeOrNull } from '../find-elements.ts';

/** Services and class names that draw TeX as a picture. */
const DRAWN =
  /latex|codecogs|tex\?|\/equation\?tex=|mimetex|mathtex|[?&]cht=tx|quicklatex|wp-content\/ql-cache|\/math\/render\/|formula/i;
const MAY_DRAW = /tex|math|equation|formula|ql-img|eeimg/i;
const CLASSES =
  /(?:^|[\s_-])(?:latex|tex|math|equation|formula|mwe-math-fallback-image(?:-inline|-display)?|ql-img-(?:inline|displayed)-formula|eeimg)(?:$|[\s_-])/i;

/** TeX that a picture of a formula was drawn from, out of its alternative text or its address; null for other pictures. */
export function texOfPicture(img: Element): { tex: string; display: boolean } | null {
  const address = attributeOf(img, 'src');
  const names = `${attributeOf(img, 'class')} ${img.hasAttribute('eeimg') ? 'eeimg' : ''}`;
  if (!(MAY_DRAW.test(names) && CLASSES.test(names)) && !DRAWN.test(address)) return null;
  const alt = attributeOf(img, 'alt').trim();
  const tex = looksLikeTex(alt) ? alt : fromAddress(address);
  if (!tex) return null;
  const display =
    /displayed?|block/i.test(names) ||
    attributeOrNull(img, 'eeimg') === '2' ||
    /\\displaystyle|^\\\[|\\tag\{/.test(tex) ||
    /\\\\\s*$/.test(tex);
  return { tex: tex.replace(/\\\\\s*$/, ''), display };
}

/** Source has commands, scripts or a relation; "equation" and "Formula 3" have none. */
const looksLikeTex = (text: string) =>
  /\\[a-zA-Z]+|[_^]\{?\w|^[\w\s+\-*/()|,.=<>!']+=[\w\s+\-*/()|,.^_{}]+$|^\{.*\}$|^[A-Za-z]$/.test(text);

function fromAddress(address: string): string | null {
  const raw =
    /[?&](?:tex|latex|chl|eq|formula|f)=([^&]+)/i.exec(address)?.[1] ??
    /(?:svg|png|gif|image|mathtex\.cgi|mimetex\.cgi)\?([^&].*)$/i.exec(address)?.[1] ??
    /\/formula\/([^?]+)$/i.exec(address)?.[1];
  if (!raw) return null;
  try {
    const tex = decodeURIComponent(raw.replace(/\+/g, '%20')).trim();
    return /[\\^_={}]|^[A-Za-z]$/.test(tex) ? tex : null;
  } catch {
    return null;
  }
}
