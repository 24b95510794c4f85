// Injected after the extraction script: what the last script evaluates to is what the browser hands back, so that
// reading a page takes one round trip. See src/platform/read-page.ts.
globalThis.rectoExtraction.read();
