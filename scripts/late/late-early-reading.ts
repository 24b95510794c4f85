/** Stands for `src/platform/early-reading.ts`, which calls the browser itself, where messages are late. */
import './late-globals.ts';
import '../../src/platform/early-reading.ts';
