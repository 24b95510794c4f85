// Injected after the extraction script: what the last script evaluates to is what the browser hands back, so that
// reading a page takes one round trip. An article that full view shows is given as it is shown. See src/platform/read-page.ts.
globalThis.rectoOverlay?.shown?.() ?? globalThis.rectoExtract.read();
