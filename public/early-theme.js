// Before the first paint: the theme as this profile last had it, so that no page starts in the wrong colour. Who leaves
// word of it is src/ui/apply-theme.ts. A theme that was chosen in the overlay, where Recto has no page that could, is
// asked for at once: Chromium answers before there is a body to paint, and src/background/remember-overlay-theme.ts
// does it for Firefox.
const root = document.documentElement;
// The site of the article that is opened, which may have a theme of its own (readerAddress in src/platform/own-pages.ts).
const site = new URLSearchParams(location.search).get('site');
const own = () => {
  try {
    const [theme, style] = new Map(Object.entries(JSON.parse(localStorage.getItem('theme.sites')))).get(site);
    return [theme, style];
  } catch {
    return null;
  }
};
const [theme, style] = own() ?? [localStorage.getItem('theme'), localStorage.getItem('theme.style')];
root.dataset.theme = theme ?? 'system';
root.style.cssText = style ?? '';

const isColour = (value) => /^#[0-9a-f]{6}$/i.test(value);

// Relative luminance and what goes with dark paper, as src/model/own-theme.ts has them.
const light = (hex) => {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const isDark = ([, ...digits]) => {
  const [red, green, blue] = [0, 2, 4].map((at) => light(digits[at] + digits[at + 1]));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue <= 0.18;
};

// The two places where a site's style may be, and what was chosen of it since (src/platform/site-settings.ts).
const [ofSite, wholeSite] = [`site.${site}/style`, `site.${site}`];
const CHOICES = ['theme', 'ownPaper', 'ownInk'];
const places = CHOICES.flatMap((choice) => [`settings.${choice}`, `${ofSite}/${choice}`]);
chrome.storage.local.get([...places, ofSite, wholeSite]).then((kept) => {
  const siteStyle = kept[ofSite] ?? kept[wholeSite]?.style;
  const [theme, paper, ink] = CHOICES.map(
    (choice) => (siteStyle && (kept[`${ofSite}/${choice}`] ?? siteStyle[choice])) ?? kept[`settings.${choice}`],
  );
  // What the page itself shows by now is right.
  if (document.body?.childElementCount > 0 || typeof theme !== 'string') return;
  root.dataset.theme = theme;
  if (isColour(paper)) {
    root.style.setProperty('--r-own-paper', paper);
    root.style.setProperty('--r-own-scheme', isDark(paper) ? 'dark' : 'light');
    root.style.setProperty('--r-own-filter', isDark(paper) ? 'brightness(0.88)' : 'none');
  }
  if (isColour(ink)) root.style.setProperty('--r-own-ink', ink);
});
