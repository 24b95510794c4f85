import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a stage adds to the sum. A guard (lint, types, a build) counts as one test. */
export interface StageResult {
  name: string;
  passed: number;
  failed: number;
  /** One line for each failure. */
  failures: string[];
}

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules/.bin');

/** Runs a guard: a program of node_modules that ends with 0 when all is well. */
export async function runStage(name: string, program: string, args: string[]): Promise<StageResult> {
  const code = await run(name, program, args);
  return code === 0
    ? { name, passed: 1, failed: 0, failures: [] }
    : { name, passed: 0, failed: 1, failures: [`${program} ended with ${code}`] };
}

/**
 * Runs vitest's projects of a name, `unit` and `unit-document` by `unit*`, and counts their tests from the JSON report. A run that breaks before or between tests (a file
 * that does not load, an unhandled error) counts as one failure more.
 */
export async function runVitest(project: string): Promise<StageResult> {
  const report = join(mkdtempSync(join(tmpdir(), 'recto-test-')), 'report.json');
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(`${project} tests`, 'vitest', args);
  const { files, passed, failures } = readReport(report);
  const broken = files.filter(({ tests, status }) => status === 'failed' && tests === 0).map(({ name }) => name);
  if (code !== 0 && failures.length + broken.length === 0) broken.push(`vitest ended with ${code}`);
  return { name: project, passed, failed: failures.length + broken.length, failures: [...failures, ...broken] };
}

/** Vitest's JSON report, as far as it is used (the format is Jest's). */
interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

function readReport(path: string) {
  let report: Report = { testResults: [] };
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Vitest broke before it wrote one; its exit code says so.
  }
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    files: report.testResults.map(({ name, status, assertionResults }) => ({
      name,
      status,
      tests: assertionResults.length,
    })),
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  };
}

function run(name: string, program: string, args: string[]): Promise<number> {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const child = spawn(join(BIN, program), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      console.log(`── ${name}: ${code === 0 ? 'ok' : `exit ${code}`}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
      resolve(code ?? 1);
    });
  });
}
