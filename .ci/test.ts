import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JSONReport } from '@playwright/test/reporter';
import type { JsonTestResults } from 'vitest/node';

// `npm test`: runs all checks in turn, tells the result of each in a line, and counts all of them. A check that fails
// stops only the checks that need what it makes, and these count as failed too. The last line of the output is the sum.

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

const PASSED: Count = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Count = { passed: 0, failed: 1, skipped: 0 };

/** Some programs take every CI for a terminal: a log of escape codes is hard to read. */
const COLOURS: Readonly<Record<string, string>> = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

type Command = {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Shows the output while the check runs; otherwise it is shown only where the check fails. */
  readonly live?: boolean;
};

type Outcome = { readonly succeeded: boolean; readonly stdout: string };

/** Runs a program of this package (npm has put them into the path) to its end, without any input. */
function run({ command: [program = '', ...args], environment, live = false }: Command): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...COLOURS, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let stdout = '';
    let said = '';
    const hear = (text: string): void => {
      if (live) process.stdout.write(text);
      else said += text;
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      hear(text);
    });
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', (error) => hear(error.message));
    child.on('close', (code) => {
      if (code !== 0 && said !== '') console.log(said.trimEnd());
      resolve({ succeeded: code === 0, stdout });
    });
  });
}

/** Does one check and tells its result. */
async function check(name: string, work: () => Promise<Count>): Promise<Count> {
  const start = performance.now();
  const count = await work().catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error);
    return FAILED;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${count.failed === 0 ? '✓' : '✗'} ${name}: ${summed(count)} in ${seconds} s`);
  return count;
}

/** A check that only runs some commands. */
const commands =
  (...all: readonly (readonly string[])[]) =>
  async (): Promise<Count> => {
    let succeeded = true;
    for (const command of all) {
      const outcome = await run({ command });
      succeeded &&= outcome.succeeded;
    }
    return succeeded ? PASSED : FAILED;
  };

/** The sum in words, the form that the last line must have. */
function summed({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** The count with one more failure where a run failed although none of its tests did: it broke before or after them. */
function atLeastOneFailure(succeeded: boolean, count: Count): Count {
  return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
}

async function unitTests(): Promise<Count> {
  const report = join(folder, 'unit.json');
  const { succeeded } = await run({
    command: [
      'vitest',
      'run',
      '--allowOnly=false',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    live: true,
  });
  if (!existsSync(report)) return FAILED;
  const results = JSON.parse(readFileSync(report, 'utf8')) as JsonTestResults;
  // A file that cannot be loaded has no tests that could fail.
  const brokenFiles = results.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  // No unit test needs a part that may be missing, so a skipped one was switched off.
  const switchedOff = results.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed');
  for (const { fullName } of switchedOff) console.log(`Switched off: ${fullName}`);
  return atLeastOneFailure(succeeded, {
    passed: results.numPassedTests,
    failed: results.numFailedTests + brokenFiles + switchedOff.length,
    skipped: 0,
  });
}

async function browserTests(): Promise<Count> {
  const chromium = await run({ command: ['tsx', 'e2e/support/get-chromium.ts'], live: false });
  if (!chromium.succeeded) return FAILED;
  const realParts = await run({ command: ['tsx', 'e2e/support/get-real-parts.ts'], live: true });
  if (!realParts.succeeded) return FAILED;
  const report = join(folder, 'browser.json');
  const { succeeded } = await run({
    command: ['playwright', 'test', '--forbid-only'],
    environment: {
      // Playwright sets the opposite for its web server, and Node warns where both are set.
      NO_COLOR: undefined,
      CHROMIUM_PATH: chromium.stdout.trim(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
    live: true,
  });
  if (!existsSync(report)) return FAILED;
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as JSONReport;
  return atLeastOneFailure(succeeded, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  });
}

async function size(): Promise<Count> {
  const { succeeded } = await run({ command: ['size-limit'], live: true });
  return succeeded ? PASSED : FAILED;
}

const needsBuild = (work: () => Promise<Count>) => (): Promise<Count> =>
  built.failed === 0 ? work() : Promise.reject(new Error('Not run: there is no build.'));

const folder = mkdtempSync(join(tmpdir(), 'license-lens-test-'));
const counts = [
  await check('Formatting', commands(['prettier', '--check', '--log-level=warn', '.'])),
  await check('Lint', commands(['oxlint'])),
  await check('Types', commands(['tsc'], ['tsc', '-p', '.ci'])),
  await check('Dead code', commands(['knip'])),
  await check('Unit tests', unitTests),
];
const built = await check('Build', commands(['vite', 'build', '--logLevel', 'error']));
counts.push(
  built,
  await check('Size', needsBuild(size)),
  await check('Browser tests', needsBuild(browserTests)),
);
rmSync(folder, { recursive: true, force: true });

const sum = counts.reduce((a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
}));
process.exitCode = sum.failed === 0 ? 0 : 1;
console.log(summed(sum));
