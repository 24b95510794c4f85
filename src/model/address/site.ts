/** A host as addresses name it, such as `news.example`. Settings and permissions that are "for this site" belong to one. */
export type Site = string;

/** The site of a web address; null for anything but http and https. */
export function siteOf(url: string | null): Site | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && hostname !== '' ? hostname : null;
}

/** Match pattern of one site; ports are not told apart (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns). */
export const originOf = (site: Site): string => `*://${site}/*`;

/** The site a match pattern names, `*.` left out; null when it names all of them. */
export function siteOfOrigin(origin: string): Site | null {
  const host = /^[^:]+:\/\/([^/]*)\//.exec(origin)?.[1]?.replace(/^\*\./, '') ?? '';
  return host === '' || host === '*' ? null : host;
}
