import { performance } from 'node:perf_hooks';
import { ReadableStream } from 'node:stream/web';

/** What browsers have and jsdom's window has not: streams, marks of a time, sheets that a tree adopts, and boxes of ranges. */
Object.assign(globalThis, { ReadableStream });
Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true, writable: true });
if (globalThis.CSSStyleSheet) CSSStyleSheet.prototype.replaceSync ??= () => undefined;
for (const Root of [globalThis.Document, globalThis.ShadowRoot])
  if (Root && !('adoptedStyleSheets' in Root.prototype))
    Object.defineProperty(Root.prototype, 'adoptedStyleSheets', { value: [], writable: true });
// Nothing is laid out.
if (globalThis.Range) Range.prototype.getBoundingClientRect ??= () => new DOMRect();
