import { attributeOrNull } from '../find-elements.ts';

/**
 * Words that sites put into `class` and `id` to name what is around an article. Matched against the words of both
 * attributes, split at dashes, underscores and changes of case, and joined by single dashes (`PostShareBar` is
 * `post-share-bar`). `(?:^|-)` and `(?:-|$)` stand around each: `related` is also
 * `related-posts`.
 */
const NAMES = [
  // Site navigation.
  'nav|navbar|navigation|menu|submenu|breadcrumbs?|bread-crumbs?|crumbs|pagination|pager|page-numbers|skip-link|skip-to-content|site-header|masthead|topbar|top-bar|footer|sidebar|side-bar|sidenav|toc|table-of-contents|on-this-page|back-to-top|language-switcher|lang-switch|search-form|search-box|searchbox|prev-next|next-prev|nextprev|prevnext',
  // Share bars.
  'share|shares|sharing|sharebar|sharedaddy|sharethis|addtoany|addthis|social|socials|sns|bdsharebuttonbox|bshare|post-tools|article-tools|jiathis|print-button|email-button|follow-us|follow-me',
  // Lists of other articles.
  'related|relatedposts|recommended|recommendations?|recommend|recirc|recirculation|read-more|readmore|read-next|more-from|more-stories|more-news|more-articles|may-like|also-like|up-next|next-up|most-read|most-popular|popular-posts|trending|latest-news|latest-posts|latest-articles|outbrain|taboola|zergnet|see-also-box|further-reading-box|similar-posts|similar-articles|similar-products|other-posts|recent-posts|topic-list|suggested|suggestions|teaser-list|you-might-like|yarpp',
  // Newsletter boxes and other calls.
  'newsletter|news-letter|subscribe|subscription|signup|sign-up|optin|opt-in|mailing-list|mc-embed|mailchimp|cta|call-to-action|donate|donation|promo|promos|promobox|promotion|paywall|regwall|app-download|download-app|qrcode|qr-code|lead-magnet|lead-form|hubspot-form|hs-form|contact-form|wpcf7|gform-wrapper',
  // Cookie walls and overlays.
  'cookie|cookies|consent|gdpr|onetrust|didomi|cmp-container|modal|popup|pop-up|lightbox-overlay|toast|tooltip|snackbar|offcanvas|off-canvas',
  // Comments.
  'comments?|commentlist|respond|disqus|livefyre|discussion-thread|replies|reply-form|leave-a-reply|webmentions?|giscus|utterances',
  // Advertisements.
  'ad|ads|adv|advert|adverts|advertisement|advertisements|advertising|adbox|adsbox|adsense|adsbygoogle|dfp|sponsor|sponsors|sponsored|affiliate-disclosure|advertiser-disclosure|promoted',
  // Lines about the article that are shown beside it.
  'byline|author-bio|author-box|author-card|author-info|about-author|about-the-author|authorbox|post-author|author-profile|post-meta|entry-meta|article-meta|tags|tag-list|tagcloud|tag-cloud|post-categories|cat-links|reading-time|read-time|screen-reader-text|sr-only|visually-hidden|visuallyhidden|print-only|edit-link|editsection|noprint|navbox|catlinks|printfooter|jump-to-recipe|copyright|disclaimer-box|rating|ratings|vote|votes|likes|like-button|report-abuse|flag-link|audio-player-controls|video-controls',
].join('|');

const ANY = new RegExp(`(?:^|-)(?:${NAMES})(?:-|$)`);

/** The words of `class` and `id` in lower case, joined by dashes; the two attributes are tried apart. */
function dashed(value: string): string {
  return value
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-');
}

const known = new Map<string, boolean>();
const knownAttributes = new Map<string, boolean>();

export function namesBoilerplate(element: Element): boolean {
  const names = attributeOrNull(element, 'class');
  return (names !== null && names !== '' && namesOne(names)) || (element.id !== '' && isBoilerplateName(element.id));
}

/** Pages repeat their class attributes: each is split once. */
function namesOne(names: string): boolean {
  const cached = knownAttributes.get(names);
  if (cached !== undefined) return cached;
  const matches = names.split(/\s+/).some((name) => name !== '' && isBoilerplateName(name));
  if (knownAttributes.size < 20_000) knownAttributes.set(names, matches);
  return matches;
}

function isBoilerplateName(name: string): boolean {
  if (name.length > 60) return false;
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const matches = ANY.test(dashed(name));
  if (known.size < 20_000) known.set(name, matches);
  return matches;
}
