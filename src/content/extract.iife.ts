import { Readability } from '@mozilla/readability';

Object.assign(globalThis, { rectoExtraction: { Readability } });
