import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { joinStyleSheets } from '../../../scripts/build/join-style-sheets.ts';

const PAGE = 'src/popup/popup.html';
let dir = '';

function write(name: string, text: string): void {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), text);
}

function run(): void {
  const { writeBundle } = joinStyleSheets();
  if (typeof writeBundle !== 'object') throw new Error('The hook has an order.');
  Reflect.apply(writeBundle.handler, null, [{ dir }, { [PAGE]: {} }]);
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recto-sheets-'));
  write('assets/tokens-1.css', 'a{color:red}');
  write('assets/popup-2.css', 'a{color:blue}');
  write('assets/popup.js', 'load(`assets/popup-2.css`)');
});

describe('joinStyleSheets', () => {
  it('joins the sheets of a page in their order, and keeps one that a script also loads', () => {
    const links = ['tokens-1', 'popup-2'].map(
      (name) => `<link rel="stylesheet" crossorigin href="/assets/${name}.css">`,
    );
    write(PAGE, `<html><head>\n${links.join('\n')}\n</head><body></body></html>`);
    run();
    expect(readFileSync(join(dir, 'assets/popup.css'), 'utf8')).toBe('a{color:red}a{color:blue}');
    expect(readFileSync(join(dir, PAGE), 'utf8').match(/<link[^>]*>/g)).toEqual([
      '<link rel="stylesheet" href="/assets/popup.css">',
    ]);
    expect(existsSync(join(dir, 'assets/tokens-1.css'))).toBe(false);
    expect(existsSync(join(dir, 'assets/popup-2.css'))).toBe(true);
  });

  it('fails the build when a page has no style sheet', () => {
    write(PAGE, '<html><head></head></html>');
    expect(run).toThrow('names no style sheet');
  });
});
