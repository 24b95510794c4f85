import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const SENTENCES = 'The keepers of the lighthouse are going home, after a hundred years, and nobody is awake tonight. ';
const folder = mkdtempSync(join(tmpdir(), 'recto-command-'));
const file = join(folder, 'page.html');
const line = (id: number): string => JSON.stringify({ id, url: `https://a.example/${id}`, file });

beforeAll(() => {
  const paragraphs = `<p>${SENTENCES.repeat(4)}</p>`.repeat(4);
  writeFileSync(file, `<!doctype html><title>Keepers</title><article><h1>Keepers</h1>${paragraphs}</article>`);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command as npm does when it is called in the folder of the page; with `leave`, its reader goes away after the first bytes. */
function extract(args: string[], input: string, leave = false, more: NodeJS.ProcessEnv = {}): Promise<Run> {
  const command = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'scripts/extract.ts'), ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT, env: { ...process.env, INIT_CWD: folder, ...more } });
  const run: Run = { code: null, out: '', err: '' };
  child.stdout.on('data', (bytes: Buffer) => {
    run.out += bytes;
    if (leave) child.stdout.destroy();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    run.err += bytes;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...run, code })));
}

test('stdout has one line of JSON for each line of input, the same each time except for ms', async () => {
  const input = `${line(1)}\nno JSON\n\n${line(3)}\n`;
  const read = (out: string): unknown[] =>
    out
      .trimEnd()
      .split('\n')
      .map((text) => ({ ...JSON.parse(text), ms: 0 }));
  const first = await extract([], input);
  expect(read(first.out)).toMatchObject([
    { id: 1, article: { title: 'Keepers' } },
    { id: null, error: { code: 'bad-message' } },
    { id: 3, article: { title: 'Keepers' } },
  ]);
  expect(first.code).toBe(0);
  expect(read((await extract([], input)).out)).toEqual(read(first.out));
});

test('files are also looked for in the folder in which npm was called', async () => {
  const run = await extract(['page.html'], '');
  expect(run).toMatchObject({ code: 0, out: expect.stringContaining('keepers of the lighthouse') });
});

test('the command ends quietly when its output is no longer read', async () => {
  const lines = Array.from({ length: 40 }, (_, id) => line(id)).join('\n');
  const { code, err } = await extract([], lines, true);
  expect(code).toBe(0);
  expect(err).not.toMatch(/EPIPE|Error|at /);
});

test('one page is printed; one that cannot be read is exit code 1, a wrong call 2, both silent on stdout', async () => {
  const page = await extract([file, '--url', 'https://a.example/1'], '');
  expect(page).toMatchObject({ code: 0, out: expect.stringMatching(/^Keepers\n/) });
  const unreadable = await extract([folder], '');
  expect(unreadable).toMatchObject({ code: 1, out: '', err: expect.stringContaining('unreadable') });
  expect(await extract(['a.html', 'b.html'], '')).toMatchObject({ code: 2, out: '' });
});

test.each([
  ['an option it does not know', [file, '--uri', 'https://a.example/'], "Unknown option '--uri'"],
  ['a file that is not there', [join(folder, 'none.html')], 'There is no file'],
  ['an address that is none', [file, '--url', 'a.example'], '"a.example" is no address'],
])('%s is named, with how the command is called', async (_what, args, reason) => {
  const run = await extract(args, '');
  expect(run).toMatchObject({ code: 2, out: '' });
  expect(run.err).toContain(reason);
  expect(run.err).toContain('npm run extract -- page.html --url URL');
  expect(run.err).not.toContain('node:internal');
});

test.each([
  ['is not there', join(folder, 'no-browser'), 2, /^RECTO_CHROMIUM=\S+ names no program that can be started\.\n$/],
  ['does not start', process.execPath, 1, / did not start: .+\n.+\n$/],
])('a browser that %s is told in sentences', async (_what, program, code, said) => {
  const run = await extract(['page.html'], '', false, { RECTO_CHROMIUM: program });
  expect(run).toMatchObject({ code, out: '', err: expect.stringMatching(said) });
  expect(run.err).not.toMatch(/\n\s+at /);
});
