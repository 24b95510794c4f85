// Before the first paint: the theme as this profile last had it, so that no page starts in the wrong colour. Settings
// themselves are read asynchronously, which is too late. Kept up to date by src/ui/use-theme.ts.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? 'system';
document.documentElement.style.cssText = localStorage.getItem('theme.style') ?? '';
