import { decodeSafely } from '../../model/decode-safely.ts';
import { attributeOf, attributeOrNull } from '../find-elements.ts';

/** Services and class names that draw TeX as a picture. */
const DRAWN =
  /latex|tex\?|\/equation\?tex=|mathtex|[?&]cht=tx|wp-content\/ql-cache|\/math\/render\/|formula|%5C[a-z]{2}(?!.*\.\w{3,4}$)/i;
const CLASSES = /(?:^|[\s_-])(?:latex|tex|math|equation|formula|eeimg)(?:$|[\s_-])/i;

/** TeX that a picture of a formula was drawn from, out of its alternative text or its address; null for other pictures. */
export function texOfPicture(img: Element): { tex: string; display: boolean } | null {
  const address = attributeOf(img, 'src');
  const names = `${attributeOf(img, 'class')} ${img.hasAttribute('eeimg') ? 'eeimg' : ''} ${img.closest('.math') ? 'math' : ''}`;
  if (!CLASSES.test(names) && !DRAWN.test(address)) return null;
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
    /[?&](?:tex|latex|chl|eq|formula|f|math|from)=([^&]+)/i.exec(address)?.[1] ??
    /(?:svg|png|gif|image|latex|\.cgi)\?([^&].*)$/i.exec(address)?.[1] ??
    /\/(?:formula|svg|png)\/([^?]+)$/i.exec(address)?.[1];
  if (!raw) return null;
  const tex = decodeSafely(raw.replace(/\+/g, '%20'))
    .replace(/^(?:\s|\\(?:dpi\{\d+\}|[bf]g_\w+|inline|large|huge))*/, '')
    .trim();
  return /[\\^_={}]|^[A-Za-z]$/.test(tex) ? tex : null;
}
