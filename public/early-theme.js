// Before the first paint: the theme as this profile last had it, so that no page starts in the wrong colour. Who leaves
// word of it is src/ui/remember-theme.ts. A theme that was chosen in the overlay, where Recto has no page that could, is
// asked for at once: Chromium answers before there is a body to paint, and src/background/remember-theme-of-others.ts
// does it for Firefox.
const root = document.documentElement;
// The theme of an article whose site has one of its own, from the last time that it was open.
const own = JSON.parse(localStorage.getItem('theme.articles') ?? '{}')[location.hash.slice(1).split('/')[0]];
const [theme, style] = own ?? [localStorage.getItem('theme'), localStorage.getItem('theme.style')];
root.dataset.theme = theme ?? 'system';
root.style.cssText = style ?? '';

const isColour = (value) => /^#[0-9a-f]{6}$/i.test(value);

chrome.storage.local.get(['settings.theme', 'settings.ownPaper', 'settings.ownInk']).then((kept) => {
  const { 'settings.theme': theme, 'settings.ownPaper': paper, 'settings.ownInk': ink } = kept;
  // What the page itself shows by now is right: it may be the theme of one site.
  if (own || document.body?.childElementCount > 0 || typeof theme !== 'string') return;
  root.dataset.theme = theme;
  if (isColour(paper)) root.style.setProperty('--own-paper', paper);
  if (isColour(ink)) root.style.setProperty('--own-ink', ink);
});
