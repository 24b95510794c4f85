import purifier, { type Config } from 'dompurify';
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_CLASSES,
  ALLOWED_ELEMENTS,
  ALLOWED_ROLES,
  DROPPED_WITH_TEXT,
  LANGUAGE_CLASS,
  LINK_ADDRESS,
  PICTURE_ADDRESS,
} from './allowed-markup.ts';
import { settleNames } from './settle-names.ts';
import { settleStructure } from './settle-structure.ts';

/** Keeps ids of an article apart from ids of the interface, and from named look-ups on `window`. */
const ID_PREFIX = 'in-';

export interface SanitiseOptions {
  /** `none` for saved articles, which open without a single request. */
  network?: 'allow' | 'none';
}

/**
 * The last step before the DOM: turns hostile HTML, or copies of nodes of an inert document, into a fragment that can
 * be shown. Nothing else in Recto writes HTML. Doing it twice gives the same as doing it once. Works in content scripts
 * and extension pages.
 *
 * The fragment belongs to an inert document, so nothing is fetched before it is put into the page. With `network:
 * 'none'` nothing is fetched after that either: addresses of pictures on the web move to `data-src`, and whoever has
 * their bytes puts them in.
 */
export function sanitiseArticle(html: string | Node, options: SanitiseOptions = {}): DocumentFragment {
  const fragment = sanitisePiece(html, options);
  settleStructure(fragment);
  return fragment;
}

/** The same of a piece of an article, whose structure `settleStructure` settles once all pieces are together. */
export function sanitisePiece(html: string | Node, { network = 'allow' }: SanitiseOptions = {}): DocumentFragment {
  const fragment = purifier.sanitize(html, CONFIG);
  for (const element of fragment.querySelectorAll('*')) if (element.hasAttributes()) settleElement(element);
  if (network === 'none') for (const picture of fragment.querySelectorAll('img[src]')) holdPicture(picture);
  return fragment;
}

/** Parses markup that has not been sanitised, into a document that runs and loads nothing. Gives its body. */
export function parseInert(html: string): HTMLElement {
  const trusted = POLICY ? POLICY.createHTML(html) : html;
  return new DOMParser().parseFromString(trusted as string, 'text/html').body;
}

/**
 * The Trusted Types policy. Pages may forbid all policies (`trusted-types 'none'`), and content scripts need none.
 * Extension pages require one, by the one name that their policy allows, which can be taken once.
 */
const POLICY = location.protocol.endsWith('-extension:') ? makePolicy() : null;

interface HtmlPolicy {
  createHTML(html: string): unknown;
  createScriptURL(url: string): unknown;
}

function makePolicy(): HtmlPolicy | undefined {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy };
  };
  return trustedTypes?.createPolicy('dompurify', { createHTML: (html) => html, createScriptURL: () => '' });
}

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...ALLOWED_ELEMENTS],
  ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  FORBID_CONTENTS: DROPPED_WITH_TEXT,
  // Addresses are judged one by one below, by their purpose.
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|blob:|data:image\/|#)/i,
  // DOMPurify checks every other attribute against that pattern, too, unless told that it has no address.
  ADD_URI_SAFE_ATTR: ALLOWED_ATTRIBUTES.filter((name) => !['href', 'src', 'cite'].includes(name)),
  RETURN_DOM_FRAGMENT: true,
  ...(POLICY === undefined ? {} : { TRUSTED_TYPES_POLICY: POLICY as never }),
};

function settleElement(element: Element): void {
  settleClass(element);
  settleAttributes(element);
  if (element.id === '') element.removeAttribute('id');
  else if (!element.id.startsWith(ID_PREFIX)) element.id = ID_PREFIX + element.id;
  if (element.localName === 'a') settleLink(element);
  else element.removeAttribute('href');
  const source = element.getAttribute('src');
  if (source !== null && (element.localName !== 'img' || !PICTURE_ADDRESS.test(source))) element.removeAttribute('src');
  settleNames(element);
}

/** Attributes that are right on some elements or with some values only. */
function settleAttributes(element: Element): void {
  const role = element.getAttribute('role');
  if (role !== null && !ALLOWED_ROLES.includes(role)) element.removeAttribute('role');
  if (!/^(?:https?:\/\/|$)/i.test(element.getAttribute('cite') ?? '')) element.removeAttribute('cite');
  if (!/^(?:ltr|rtl|auto)$/i.test(element.getAttribute('dir') ?? 'auto')) element.removeAttribute('dir');
  const headers = element.getAttribute('headers');
  if (headers !== null) element.setAttribute('headers', headers.trim().split(/\s+/).map(withPrefix).join(' '));
}

function holdPicture(picture: Element): void {
  const source = picture.getAttribute('src') ?? '';
  if (!/^https?:/i.test(source)) return;
  picture.setAttribute('data-src', source);
  picture.removeAttribute('src');
}

function settleClass(element: Element): void {
  const kept = [...element.classList].filter((name) => ALLOWED_CLASSES.includes(name) || LANGUAGE_CLASS.test(name));
  if (kept.length > 0) element.setAttribute('class', kept.join(' '));
  else element.removeAttribute('class');
}

function settleLink(link: Element): void {
  const address = link.getAttribute('href') ?? '';
  if (!LINK_ADDRESS.test(address)) link.removeAttribute('href');
  else if (address.startsWith('#')) link.setAttribute('href', `#${withPrefix(address.slice(1))}`);
  else {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
    link.setAttribute('referrerpolicy', 'no-referrer');
  }
}

const withPrefix = (id: string): string => (id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id);

/**
 * `sanitiseArticle` with markup as its result, for files and output. `body` holds the sanitised nodes in a document of
 * their own, where no picture is fetched.
 */
export function sanitiseToHtml(html: string): { html: string; body: HTMLElement } {
  const fragment = sanitiseArticle(html);
  const body = fragment.ownerDocument.createElement('div');
  body.append(fragment);
  return { html: body.innerHTML, body };
}
