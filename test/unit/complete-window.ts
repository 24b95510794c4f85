import { performance } from 'node:perf_hooks';
import { ReadableStream } from 'node:stream/web';

/** What browsers have and jsdom's window has not: streams, and marks of a time. */
Object.assign(globalThis, { ReadableStream });
Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true, writable: true });
