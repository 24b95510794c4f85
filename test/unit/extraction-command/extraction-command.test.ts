import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyExtension } from '../../../scripts/extraction/copy-extension.ts';
import { mapInOrder } from '../../../scripts/extraction/map-in-order.ts';
import { contentTypeOf } from '../../../scripts/extraction/page-source.ts';
import { parseRequest } from '../../../scripts/extraction/read-requests.ts';
import { sameTitle, scoreText } from '../../../scripts/extraction/score.ts';

const ROOT = join(import.meta.dirname, '../../..');

test('the extension of the command differs from the one it copies in host permissions only', () => {
  const original = mkdtempSync(join(tmpdir(), 'recto-original-'));
  cpSync(join(ROOT, 'manifest.json'), join(original, 'manifest.json'));
  mkdirSync(join(original, 'src'));
  cpSync(join(ROOT, 'src/content'), join(original, 'src/content'), { recursive: true });
  const copy = copyExtension(original);
  const list = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  expect(list(copy)).toEqual(list(original));
  const { host_permissions: added, ...rest } = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'));
  expect(added).toEqual(['*://*/*']);
  expect(rest).toEqual(JSON.parse(readFileSync(join(original, 'manifest.json'), 'utf8')));
  const script = 'src/content/extract.iife.ts';
  expect(readFileSync(join(copy, script))).toEqual(readFileSync(join(original, script)));
  for (const folder of [copy, original]) rmSync(folder, { recursive: true });
});

test.each([
  ['UTF-8 whatever its meta says', Buffer.from('<meta charset=iso-8859-1>ü'), 'text/html; charset=utf-8'],
  ['GBK by its meta', Buffer.from([...Buffer.from('<meta charset=gbk>'), 0xd6, 0xd0]), 'text/html'],
  ['UTF-16 by its mark', Buffer.from([0xff, 0xfe, 0x61, 0x00]), 'text/html'],
  ['ASCII', Buffer.from('a'), 'text/html'],
])('a page is served so that the browser decodes it: %s', (_, body, type) => {
  expect(contentTypeOf(body)).toBe(type);
});

test('a wrong line gives an error with its id and does not end the command', () => {
  expect(parseRequest('{', 3)).toMatchObject({ id: null, error: { code: 'bad-message' } });
  expect(parseRequest('[1]', 3)).toMatchObject({ id: null, error: { code: 'bad-message' } });
  expect(parseRequest('{"id":7,"url":"https://a.example/"}', 3)).toMatchObject({
    id: 7,
    error: { code: 'bad-message' },
  });
  expect(parseRequest('{"id":7,"url":"::","file":"a"}', 3)).toMatchObject({ id: 7, url: 'https://page.example/' });
  const good = { id: '中', url: 'https://a.example/', file: 'a.html' };
  expect(parseRequest(JSON.stringify(good), 3)).toEqual(good);
});

test('results come in the order of the inputs, with limited concurrency', async () => {
  let running = 0;
  let most = 0;
  const results: number[] = [];
  const work = async (turns: number): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < turns; turn += 1) await null;
    running -= 1;
    return turns;
  };
  for await (const result of mapInOrder([50, 1, 30, 2, 0], 2, work)) results.push(result);
  expect(results).toEqual([50, 1, 30, 2, 0]);
  expect(most).toBe(2);
});

test('texts are compared as bags of words, Chinese by four characters, titles by letters and digits', () => {
  expect(scoreText('a b b', 'A b c', 'article')).toMatchObject({ precision: 2 / 3, recall: 2 / 3 });
  expect(scoreText('一二三四五', '一 二三\n四五', 'zh').f1).toBe(1);
  expect(scoreText('', 'a', 'article').f1).toBe(0);
  expect(sameTitle('“Hello”, World', 'hello world')).toBe(true);
  expect(sameTitle('hello', 'hello world')).toBe(false);
});
