/**
 * Words that sites put into `class` and `id` to name what is around an article. Matched against the words of both
 * attributes, split at dashes, underscores and changes of case, and joined by single dashes (`PostShareBar` is
 * `post-share-bar`). `(?:^|-)` and `(?:-|$)` stand around each list.
 */
const NAMES: readonly { what: string; names: string }[] = [
  {
    what: 'site navigation',
    names:
      'nav|navbar|navigation|site-nav|main-nav|menu|submenu|mega-menu|breadcrumbs?|bread-crumbs?|crumbs|pagination|pager|page-numbers|skip-link|skip-to-content|site-header|page-header-nav|masthead|topbar|top-bar|site-footer|global-footer|page-footer|footer|sidebar|side-bar|sidenav|side-nav|toc|table-of-contents|on-this-page|back-to-top|language-switcher|lang-switch|search-form|search-box|searchbox|post-navigation|nav-links|prev-next|next-prev|nextprev|prevnext|wp-prev-next',
  },
  {
    what: 'share bars',
    names:
      'share|shares|sharing|share-bar|share-buttons?|share-links?|sharebar|sharedaddy|sharethis|addtoany|addthis|social|socials|social-links|social-media|social-icons|social-share|sns|bdsharebuttonbox|bshare|post-tools|article-tools|jiathis|print-button|email-button|follow-us|follow-me',
  },
  {
    what: 'lists of other articles',
    names:
      'related|related-posts?|related-articles?|related-content|related-links|relatedposts|jp-relatedposts|recommended|recommendations?|recommend|recirc|recirculation|read-more|readmore|read-next|more-from|more-stories|more-news|more-articles|you-may-like|may-like|also-like|up-next|next-up|most-read|most-popular|popular-posts|trending|latest-news|latest-posts|latest-articles|outbrain|taboola|zergnet|see-also-box|further-reading-box|similar-posts|similar-articles|similar-products|other-posts|recent-posts|topic-list|suggested|suggestions|suggested-topics|teaser-list|you-might-like|yarpp|yarpp-related|crp-related',
  },
  {
    what: 'newsletter boxes and other calls',
    names:
      'newsletter|news-letter|subscribe|subscription|subscription-box|signup|sign-up|optin|opt-in|email-signup|mailing-list|mc-embed|mailchimp|cta|call-to-action|donate|donation|promo|promos|promobox|promotion|promo-box|paywall|regwall|app-download|download-app|qrcode|qr-code|lead-magnet|lead-form|hubspot-form|hs-form|contact-form|wpcf7|gform-wrapper',
  },
  {
    what: 'cookie walls and overlays',
    names:
      'cookie|cookies|cookie-banner|cookie-notice|cookie-consent|consent|gdpr|onetrust|didomi|cmp-container|modal|popup|pop-up|lightbox-overlay|overlay-modal|toast|tooltip|snackbar|offcanvas|off-canvas',
  },
  {
    what: 'comments',
    names:
      'comments?|comments-area|comment-list|commentlist|comment-form|comment-respond|respond|disqus|disqus-thread|fb-comments|livefyre|discussion-thread|replies|reply-form|leave-a-reply|reader-comments|webmentions?|giscus|utterances',
  },
  {
    what: 'advertisements',
    names:
      'ad|ads|adv|advert|adverts|advertisement|advertisements|advertising|ad-slot|ad-container|ad-wrapper|ad-unit|adbox|adsbox|adsense|adsbygoogle|google-ad|dfp|gpt-ad|sponsor|sponsors|sponsored|sponsored-content|affiliate-disclosure|ad-disclosure|advertiser-disclosure|promoted',
  },
  {
    what: 'lines about the article that are shown beside it',
    names:
      'byline|author-bio|author-box|author-card|author-info|about-author|about-the-author|authorbox|post-author|author-profile|post-meta|entry-meta|article-meta|post-tags|tags|tag-list|tagcloud|tag-cloud|entry-tags|article-tags|post-categories|cat-links|tags-links|entry-footer|post-footer|article-footer|reading-time|read-time|screen-reader-text|sr-only|visually-hidden|visuallyhidden|print-only|edit-link|editsection|mw-editsection|noprint|navbox|catlinks|printfooter|jump-to-recipe|wprm-recipe-rating|copyright|disclaimer-box|rating|ratings|star-rating|post-ratings|vote|votes|likes|like-button|report-abuse|flag-link|audio-player-controls|video-controls',
  },
];

const ANY = new RegExp(`(?:^|-)(?:${NAMES.map(({ names }) => names).join('|')})(?:-|$)`);

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
  const names = element.getAttribute('class');
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
