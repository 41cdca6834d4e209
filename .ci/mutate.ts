import { dirname, relative } from 'node:path';
import { parseArgs } from 'node:util';

import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';

// `npm run mutate [-- [--patient] [--tests PATTERN] ROOM…]`: changes the code of each room in every small way that Stryker knows (mutants),
// and runs the tests that reach the change. A mutant that no test notices survives; docs/mutants.md says why some may.
// Instead of a room, files can be named: every argument with a slash is a pattern of files ('src/view/a*.ts').
// `--tests` runs only the tests of a pattern of files. Asked again without it, those that survived meet all the tests.
// A mutant that never ends is stopped by the time limit of stryker.config.json, and counts as noticed. On a machine that
// has other work, a slow mutant would be stopped as well: `--patient` tests one at a time, with a much longer limit.

const { values, positionals } = parseArgs({
  options: { patient: { type: 'boolean', default: false }, tests: { type: 'string' } },
  allowPositionals: true,
});
// The tests run in processes of their own, which read the pattern from this variable.
if (values.tests !== undefined) process.env['MUTATION_TESTS'] = values.tests;

/** The files of each room; docs/mutants.md says why catalogues of sentences and looks are not among them. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  view: ['src/view/*.ts'],
  features: ['src/features/*/*.ts'],
  answers: ['src/engine/snapshot/{answers,columns}/**/*.ts'],
  'partner-center': ['src/partner-center/**/*.ts'],
  query: ['src/query/*.ts'],
  service: ['src/engine/service/*.ts'],
};

const NOT_MUTATED = [
  '!**/*.test.ts',
  '!**/*.{arbitrary,fixture,oracle}.ts',
  '!**/fake-*.ts',
  '!**/{documented-row,virtual-clock}.ts',
  '!**/texts.ts',
  '!**/grid-{icons,theme}.ts',
];

const VITEST_CONFIG = 'vitest.mutation.config.ts';
const PATIENT = { concurrency: 1, timeoutMS: 30_000, timeoutFactor: 6 };

/**
 * How many of the mutants were noticed. Those that were stopped are also counted apart, because a limit may be too
 * short.
 */
function scoreOf(name: string, mutants: readonly MutantResult[]): string {
  const stopped = mutants.filter(({ status }) => status === 'Timeout').length;
  const noticed = mutants.filter(({ status }) => status === 'Killed').length + stopped;
  const share = ((100 * noticed) / mutants.length).toFixed(1);
  return `${name}: ${share} % of ${mutants.length} mutants noticed, ${stopped} of them by the time limit`;
}

/** Tests one room. Its last report is kept beside it, so that only later changes are tested again. */
async function test(room: string, files: readonly string[]): Promise<readonly string[]> {
  const results = await new Stryker({
    ...(values.patient ? PATIENT : {}),
    ...(values.tests === undefined ? {} : { vitest: { configFile: VITEST_CONFIG, related: false } }),
    mutate: [...files, ...NOT_MUTATED],
    incrementalFile: `reports/mutation/${room.replaceAll(/[^\w-]+/g, '+')}.json`,
  }).runMutationTest();
  const valid = results.filter(({ status }) => status !== 'Ignored' && !status.endsWith('Error'));
  const folderOf = ({ fileName }: MutantResult): string => dirname(relative('.', fileName));
  const scores = [scoreOf(room, valid)];
  for (const folder of new Set(valid.map(folderOf))) {
    const mutants = valid.filter((mutant) => folderOf(mutant) === folder);
    scores.push(`  ${scoreOf(folder, mutants)}`);
  }
  return scores;
}

/** The files of a room, or of a pattern. */
function filesOf(asked: string): readonly string[] {
  const files = asked.includes('/') ? [asked] : ROOMS[asked];
  if (files === undefined) throw new Error(`There is no room ${asked}: ${Object.keys(ROOMS).join(', ')}.`);
  return files;
}

const lines: string[] = [];
for (const room of positionals.length === 0 ? Object.keys(ROOMS) : positionals) {
  lines.push(...(await test(room, filesOf(room))));
}
console.log(lines.join('\n'));
