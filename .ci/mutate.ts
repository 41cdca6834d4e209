import { Stryker } from '@stryker-mutator/core';

// `npm run mutate [-- ROOM…]`: changes the code of each room in every small way that Stryker knows (mutants), and runs
// the tests that reach the change. A mutant that no test notices survives; docs/mutants.md says why some may. A mutant
// that never ends is stopped by the time limit of stryker.config.json, and counts as noticed.

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

/** Tests one room; its report of the last time is kept beside, so that only what changed since is tested again. */
async function scoreOf(room: string, files: readonly string[]): Promise<string> {
  const results = await new Stryker({
    mutate: [...files, ...NOT_MUTATED],
    incrementalFile: `reports/mutation/${room}.json`,
  }).runMutationTest();
  const valid = results.filter(({ status }) => status !== 'Ignored' && !status.endsWith('Error'));
  const noticed = valid.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  return `${room}: ${((100 * noticed.length) / valid.length).toFixed(1)} % of ${valid.length} mutants noticed`;
}

const asked = process.argv.slice(2);
const scores: string[] = [];
for (const room of asked.length === 0 ? Object.keys(ROOMS) : asked) {
  const files = ROOMS[room];
  if (files === undefined) throw new Error(`There is no room ${room}: ${Object.keys(ROOMS).join(', ')}.`);
  scores.push(await scoreOf(room, files));
}
console.log(scores.join('\n'));
