// Injected after the overlay script: what the last script evaluates to is what the browser hands back, so that opening
// the reader takes one round trip. See src/platform/overlay-in-tab.ts.
globalThis.rectoOverlay.toggle();
