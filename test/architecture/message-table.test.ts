import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONTENT_SCRIPT_MESSAGES } from '../../src/messaging/protocol.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Rows of the table whose first column is a message name in backticks. */
const rows = [...read('docs/architecture.md').matchAll(/^\| `([a-z]+\.[a-z-]+)` \| (●?) *\| (.+) \|$/gm)];
const documented = rows.map(([, name]) => name);

/** The map's own lines: a type leaves nothing to ask at run time. */
const protocol = [...read('src/messaging/protocol.ts').matchAll(/^ {2}'([a-z]+\.[a-z-]+)'\(/gm)].map(
  ([, name]) => name,
);

test('the message table of the architecture page names every message of the protocol, and no other', () => {
  expect(protocol.length).toBeGreaterThan(10);
  expect(documented.toSorted()).toEqual(protocol.toSorted());
});

test('the table marks exactly the messages that a content script may send', () => {
  const marked = rows.filter(([, , mark]) => mark === '●').map(([, name]) => name);
  expect(marked.toSorted()).toEqual([...CONTENT_SCRIPT_MESSAGES].toSorted());
});
