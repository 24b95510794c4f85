// Injected after the extraction script when the icon is clicked: the page is read while the browser makes the popup, which
// then takes what was read (take-ahead.js), or what full view shows of it. See src/background/listen-for-toolbar.ts.
globalThis.rectoAhead = {
  outcome: globalThis.rectoOverlay?.shown?.() ?? globalThis.rectoExtract.read(),
  url: location.href,
  at: performance.now(),
};
// Nothing goes back to the background, which would wait for it.
null;
