import type { PagePass } from '../extraction-pass.ts';
import { attributeOrNull, findFirst } from '../find-elements.ts';
import { chooseByline } from '../metadata/choose-byline.ts';
import { chooseLanguage, directionOf, sampleText } from '../metadata/choose-language.ts';
import { choosePublishedTime } from '../metadata/choose-published-time.ts';
import { chooseTitle } from '../metadata/choose-title.ts';
import { cleanText } from '../metadata/clean-text.ts';
import { readLinkedData } from '../metadata/read-linked-data.ts';
import { metaValues } from '../metadata/read-meta-tags.ts';
import { resolveAddress } from '../resolve-address.ts';

/**
 * Reads what the page says of itself, before the cleaning passes remove it. Fills only what is still empty.
 *
 * Title, author, date and language stand in five places that contradict each other, and the title carries the site's
 * name.
 */
export const readMetadata: PagePass = {
  run({ clone, url, now, metadata }) {
    const sample = sampleText(clone);
    metadata.lang ??= chooseLanguage(clone, sample);
    metadata.dir = directionOf(sample);
    metadata.title ||= chooseTitle(clone, url) ?? '';
    metadata.byline ??= chooseByline(clone, url);
    metadata.publishedTime ??= choosePublishedTime(clone, url, { now, lang: metadata.lang });
    readHead(clone, url, metadata);
  },
};

function readHead(page: Document, url: string, metadata: Parameters<PagePass['run']>[0]['metadata']): void {
  const data = readLinkedData(page);
  const site = metaValues(page, 'og:site_name application-name al:ios:app_name')[0] ?? data.sites[0];
  // Templates put the page's whole title here, or leave a separator with nothing behind it.
  const name = site?.replace(`${metadata.title} |`, '').replace(/ [-–|]$/, '');
  metadata.siteName ??= withoutTagline(cleanText(name, 100));
  metadata.excerpt ??= cleanText(
    metaValues(page, 'og:description description twitter:description')[0] ?? data.description,
    400,
  );
  metadata.leadImage ??= webAddress(
    metaValues(page, 'og:image:secure_url og:image og:image:url twitter:image twitter:image:src')[0] ?? data.image,
    url,
  );
  const canonical = attributeOrNull(findFirst(page, 'link[rel~="canonical"]'), 'href') ?? metaValues(page, 'og:url')[0];
  metadata.canonicalUrl ??= webAddress(canonical, url);
}

/**
 * `The Gazette - What happens now` without the slogan: at least three words after the separator, and more than stand
 * before it.
 */
function withoutTagline(name: string | null): string | null {
  const [, short, slogan] = /^(.{3,}?) [-–—|•·:] ((\S+ ){2,}\S+)$/.exec(name ?? '') ?? [];
  return short && slogan && slogan.split(' ').length > short.split(' ').length ? short : name;
}

/** Absolute http(s) address, or null. */
function webAddress(address: string | null | undefined, base: string): string | null {
  const href = address ? resolveAddress(address, base) : null;
  return href && /^https?:/.test(href) && href.length < 4000 ? href : null;
}
