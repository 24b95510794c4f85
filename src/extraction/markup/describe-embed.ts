import { decodeSafely } from '../../model/address/decode-safely.ts';
import { pattern } from '../../model/pattern.ts';
import { attributeOf, findFirst, firstAttribute } from '../find-elements.ts';
import { resolveAddress } from '../resolve-address.ts';
import { tidyText } from './elements.ts';

/** What the card of an embedded video, sound or post shows. */
export interface Embed {
  /** Where it can be opened. */
  address: string;
  title: string;
  /** Address of a still picture, when the page has one or the service's addresses allow to derive one. */
  pictureAddress: string | null;
}

/**
 * A service: its name, the pattern of its frames' addresses, and the addresses of the page and of a still picture, in
 * which `$1` is the pattern's first group. All are without `https://`, but for what SoundCloud's frames name in full.
 */
type Service = readonly [name: string, frame: RegExp, place: string, picture?: string];

const SERVICES: readonly Service[] = [
  [
    'YouTube',
    /^(?:(?:m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)|youtu\.be)\/([\w-]{6,})/,
    'www.youtube.com/watch?v=$1',
    'i.ytimg.com/vi/$1/hqdefault.jpg',
  ],
  ['Vimeo', /^player\.vimeo\.com\/video\/(\d+)/, 'vimeo.com/$1'],
  ['哔哩哔哩', /^\w+\.bilibili\.com\/.*?[?&]bvid=(BV\w+)/i, 'www.bilibili.com/video/$1'],
  ['哔哩哔哩', /^\w+\.bilibili\.com\/.*?[?&]aid=(\d+)/i, 'www.bilibili.com/video/av$1'],
  ['腾讯视频', /^v\.qq\.com\/.*?[?&]vid=(\w+)/, 'v.qq.com/x/page/$1.html'],
  ['优酷', /^player\.youku\.com\/embed\/([\w=]+)/, 'v.youku.com/v_show/id_$1.html'],
  ['网易云音乐', /^music\.163\.com\/outchain\/player\?.*?\bid=(\d+)/, 'music.163.com/#/song?id=$1'],
  ['Spotify', /^open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/, 'open.spotify.com/$1'],
  ['SoundCloud', /^w\.soundcloud\.com\/player\/?\?.*?\burl=(https?[^&]+)/, '$1'],
  ['X', /^platform\.(?:twitter|x)\.com\/embed\/Tweet\.html\?.*?\bid=(\d+)/i, 'x.com/i/status/$1'],
  ['Mastodon', /^([\w.-]+\/@[\w@.-]+\/\d+)\/embed/, '$1'],
  ['Instagram', /^instagram\.com\/((?:p|reel)\/[\w-]+)\/embed/, 'www.instagram.com/$1/'],
  ['TikTok', /^tiktok\.com\/embed(?:\/v\d)?\/(\d+)/, 'www.tiktok.com/@/video/$1'],
];

/** Frames that are not part of an article: advertisements, counters, log-in, comments, buttons. */
const NOT_EMBEDDED = pattern('i')`
  doubleclick|googlesyndication|recaptcha|disqus|facebook\.com\/plugins\/(?:[lsc]|pa)|twitter\.com\/widgets
  |accounts\.google|adsystem|taboola|outbrain|typeform`;

/** Titles that players give to every frame. */
const EMPTY_TITLE = /^(?:(?:youtube|vimeo)? ?(?:video player)?|iframe|player|spotify embed.*|post)$/i;

/** A file name that a person may have chosen. A long run of letters and digits is an id that a server gave. */
const FILE_NAME = /^(?!.*[a-z\d]{24}).*\.\w{2,4}$/i;

/**
 * Describes what an element embeds; null when it deserves no card. `page` is the page's address, to which the card of
 * media without an address of its own leads.
 */
export function describeEmbed(element: Element, page: string): Embed | null {
  if (/^(?:(?:AMP-)?VIDEO|AUDIO|MPVOICE|MP-COMMON-MPAUDIO)$/.test(element.tagName)) return describeMedia(element, page);
  const id = firstAttribute(element, 'videoid data-videoid');
  const source = id
    ? `https://${element.localName.includes('vimeo') ? 'player.vimeo.com/video' : 'www.youtube.com/embed'}/${id}`
    : firstAttribute(element, 'data-src data-lazy-src data-url src data');
  if (!source || !URL.canParse(source, page)) return null;
  const { href, host, protocol } = new URL(source, page);
  if (!/^https?:$/.test(protocol) || NOT_EMBEDDED.test(href)) return null;
  for (const [name, frame, place, picture] of SERVICES) {
    const match = frame.exec(href.replace(/^https?:\/\/(?:www\.)?/, ''));
    if (!match) continue;
    const fill = (place: string) => {
      const filled = place.replace('$1', () => decode(match[1] ?? ''));
      return /^https?:/.test(filled) ? filled : `https://${filled}`;
    };
    return { address: fill(place), title: titleOf(element, name), pictureAddress: picture ? fill(picture) : null };
  }
  const title = titleOf(element, '');
  return title && !isSmall(element) ? { address: href, title: `${title} (${host})`, pictureAddress: null } : null;
}

function describeMedia(element: Element, page: string): Embed | null {
  const source =
    attributeOf(element, 'src') ||
    attributeOf(findFirst(element, 'source[src]'), 'src') ||
    attributeOf(element, 'data-src');
  const address = (!/^(?:blob|data):/.test(source) && source && resolveAddress(source, page)) || page;
  if (!/^https?:/.test(address)) return null;
  const isSound = /AUDIO|VOICE/.test(element.tagName);
  const poster = firstAttribute(element, 'poster data-poster');
  if (!source && !poster && !isSound) return null;
  const name = decodeSafely(new URL(address).pathname.split('/').pop() ?? '');
  const title = titleOf(element, attributeOf(element, 'name') || (FILE_NAME.test(name) ? name : isSound ? '♪' : '▶'));
  return { address, title, pictureAddress: poster && resolveAddress(poster, page) };
}

function titleOf(element: Element, fallback: string): string {
  const title = ['title', 'aria-label', 'playlabel', 'data-title']
    .map((name) => tidyText(attributeOf(element, name)))
    .find((name) => name && !EMPTY_TITLE.test(name));
  return (title ?? fallback).slice(0, 200);
}

function isSmall(element: Element): boolean {
  const side = (name: string) => Number.parseFloat(attributeOf(element, name));
  return side('width') < 120 || side('height') < 60;
}

const decode = (text: string) => (/^https?%3A/i.test(text) ? decodeSafely(text) : text);
