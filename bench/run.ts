import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { build } from 'vite';
import { compress } from '#deploy/build/compress.ts';
import { LOADED_UNASKED } from '#engine/plan.ts';
import { startBrowser } from './browser.ts';
import { measureClicks } from './click.ts';
import { measureCustomer } from './customer.ts';
import { demoPages, soldByProduct } from './demo-pages.ts';
import { ENGINES } from './engines.ts';
import { expectedOf } from './expected.ts';
import { measureGateway } from './gateway.ts';
import { installPeers } from './install-peers.ts';
import { measureLoading } from './loading.ts';
import { measure } from './measure.ts';
import { startPageServer } from './page-server.ts';
import { reportOf, withReport } from './report.ts';
import { withPart, type ClickTimes, type CustomerTimes, type LoadingTimes, type Results } from './results.ts';
import { measureFlow, measureStart, type FlowTimes, type StartTimes } from './start.ts';
import { measureScript, type ScriptTimes } from './script.ts';
import { measureTaking, type TakingTimes } from './taking.ts';
import { measureTrend } from './trend.ts';

// `npm run bench`: measures the times of the snapshot engine and its peers for the same tasks, side by side in a real
// browser. A run of everything writes `bench/results.json` and the tables of `docs/performance.md`; a run of a part
// only prints, or, with `--write`, replaces what they say of that part.

/** What is measured in the whole page. */
const PAGE = ['start', 'click', 'customer', 'trend', 'loading', 'taking', 'gateway'];

/** What the start of the page is measured with: the demo data as it is, and a large partner's for the main flow. */
const START = { rows: 20_000, flowRows: 100_000 };

const RESULTS = 'bench/results.json';
const DOCUMENT = 'docs/performance.md';

const { values } = parseArgs({
  options: {
    /** The numbers of rows, separated by commas. */
    rows: { type: 'string' },
    /** The names of engines, as in `engines.ts`, or of parts of `PAGE`, separated by commas. */
    engines: { type: 'string' },
    repeat: { type: 'string', default: '7' },
    /** A part takes the place of what was written of the same part before. */
    write: { type: 'boolean', default: false },
  },
});
const isPart = values.rows !== undefined || values.engines !== undefined;
const sizes = (values.rows ?? '100000,1000000').split(',').map(Number);
const chosen = values.engines?.split(',');
const isChosen = (name: string): boolean => chosen?.includes(name) ?? true;
const engines = ENGINES.filter(({ module }) => isChosen(module));
const repeat = Number(values.repeat);
const say = (line: string): void => console.log(line);

async function write(path: string, text: string): Promise<void> {
  const options = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...options, filepath: path }));
}

const peers = installPeers();
await build({ configFile: 'bench/vite.config.ts' });
const server = await startPageServer();
const browser = await startBrowser();
try {
  const measured: Results['sizes'][number][] = [];
  for (const rows of engines.length === 0 ? [] : sizes) {
    const pages = demoPages(rows);
    const earlier = demoPages(rows, 'earlier');
    server.offer(pages);
    const times = await measure({
      browser,
      origin: server.origin,
      engines,
      rows,
      pages: pages.length,
      earlierPages: earlier.length,
      offerEarlier: () => server.offer(earlier),
      repeat,
      expected: expectedOf(pages, earlier),
      say,
    });
    const bytes = pages.reduce((sum, page) => sum + page.length, 0);
    measured.push({ rows, bytes, pages: pages.length, engines: times });
  }
  server.offer([]);

  // This is the app itself in the form in which it is served.
  if (PAGE.some(isChosen)) {
    await build({ logLevel: 'error' });
    await compress('dist');
  }
  const starts: StartTimes[] = [];
  const flows: FlowTimes[] = [];
  if (isChosen('start')) {
    starts.push(...(await measureStart({ browser, ...START, repeat, say })));
    flows.push(await measureFlow({ browser, ...START, repeat, say }));
  }

  const clicks: ClickTimes[] = [];
  if (isChosen('click')) {
    for (const rows of sizes) {
      clicks.push(await measureClicks({ browser, rows, repeat, soldByProduct: soldByProduct(rows), say }));
    }
  }

  const customers: CustomerTimes[] = [];
  if (isChosen('customer')) {
    for (const rows of sizes) customers.push(await measureCustomer({ browser, rows, repeat, say }));
  }

  const trends = isChosen('trend') ? [await measureTrend({ browser, repeat, say })] : [];

  const loading: LoadingTimes[] = [];
  if (isChosen('loading')) {
    // A snapshot with fewer rows is loaded unasked, before anything could be watched.
    for (const rows of sizes.filter((size) => size > LOADED_UNASKED)) {
      loading.push(await measureLoading({ browser, rows, repeat, say }));
    }
  }

  const taking: TakingTimes[] = [];
  const script: ScriptTimes[] = [];
  for (const rows of sizes) {
    if (isChosen('taking')) taking.push(await measureTaking({ browser, rows, repeat, say }));
    if (isChosen('script')) script.push(await measureScript({ rows, repeat, say }));
  }

  // Only where it is asked for by name: it reads Linux's own count of a process's time.
  if (chosen?.includes('gateway') === true) {
    for (const [what, { cpu, bytes }] of Object.entries(await measureGateway())) {
      say(`gateway, ${what}: ${cpu.toFixed(2)} ms of a core for ${Math.round(bytes / 1000)} kB`);
    }
  }

  const versions = { Chromium: browser.version(), ...peers };
  const measuredNow: Results = {
    versions,
    cores: availableParallelism(),
    sizes: measured,
    clicks,
    customers,
    trends,
    loading,
    starts,
    flows,
    taking,
    script,
  };
  say(`\n${reportOf(measuredNow)}`);
  if (!isPart || values.write) {
    const results = isPart
      ? withPart(JSON.parse(readFileSync(RESULTS, 'utf8')) as Results, measuredNow)
      : measuredNow;
    const report = reportOf(results);
    await write(RESULTS, JSON.stringify(results));
    await write(DOCUMENT, withReport(readFileSync(DOCUMENT, 'utf8'), report));
    say(`\nWritten: ${RESULTS}, ${DOCUMENT}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
