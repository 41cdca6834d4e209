import { ENGINES } from './engines.ts';
import type { EngineTimes, TaskName } from './measure.ts';
import type { Results, Smoothness } from './results.ts';
import { startGoals, startTables } from './start-report.ts';
import type { Spread } from './statistics.ts';
import { takingGoals, takingTables } from './taking-report.ts';

const TASKS: readonly { readonly task: TaskName; readonly title: string; readonly goal: number | null }[] = [
  { task: 'load', title: 'load from page bytes', goal: null },
  { task: 'loadAndPrepare', title: 'the same, until nothing is left to prepare', goal: null },
  { task: 'topCustomers', title: 'top 50 of customers', goal: 16 },
  { task: 'filteredProducts', title: 'filter, then group by product', goal: 16 },
  { task: 'customersAndServices', title: 'group by customer and service', goal: 16 },
  { task: 'members', title: 'members of the customer name', goal: 16 },
  { task: 'searchedProducts', title: 'search “ltd”, then group by product', goal: 50 },
  { task: 'sortedPage', title: 'sort by utilization, a page near the end', goal: 100 },
  { task: 'furtherPage', title: 'a further page of that order', goal: 5 },
  { task: 'idleCustomers', title: 'idle by customer, top 50', goal: 30 },
  { task: 'valueCustomers', title: 'what idle licenses cost, by customer, top 50', goal: null },
  { task: 'idlePage', title: 'idle by customer and product, a page near the end', goal: 120 },
  { task: 'anomalies', title: 'anomalies of a snapshot', goal: 150 },
  { task: 'anomaliesSince', title: 'two snapshots, anomalies since', goal: null },
  { task: 'changedCustomers', title: 'two snapshots, changes by customer', goal: 60 },
  { task: 'changedProducts', title: 'two snapshots, changes by product', goal: 60 },
];

/** The goals are for the numbers of rows of the largest partners. */
const GOAL_ROWS = 1_000_000;
const LOAD_GOAL = 0.4;
const PEER_GOAL = 5;
const BYTES_A_ROW_GOAL = 64;
const CLICK_GOALS: ReadonlyMap<number, number> = new Map([
  [100_000, 50],
  [1_000_000, 100],
]);
const COMPARED_CLICK_GOAL = 100;
const CUSTOMER_GOAL = 50;
const TREND_GOAL = 4_000;
/** The first point takes two requests, one after the other; and no third. */
const FIRST_POINT_GOAL = 3;

type Size = Results['sizes'][number];

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function milliseconds(value: number): string {
  if (value >= 10) return number(value);
  return number(value, value >= 1 ? 1 : 2);
}

const spread = ({ median, min, max }: Spread): string =>
  `**${milliseconds(median)}** (${milliseconds(min)}–${milliseconds(max)})`;

function times(ratio: number): string {
  if (ratio >= 10) return `${number(ratio)} ×`;
  return `${number(ratio, ratio >= 1 ? 1 : 2)} ×`;
}

const timesOf = (size: Size, module: string): EngineTimes | undefined =>
  size.engines.find(({ engine }) => engine === module);

const median = (size: Size, module: string, task: TaskName): number | undefined =>
  timesOf(size, module)?.tasks[task]?.median;

/** The shortest time of any peer. */
function bestPeer(
  size: Size,
  task: TaskName,
): { readonly title: string; readonly median: number } | undefined {
  return ENGINES.filter(({ kind }) => kind === 'peer')
    .flatMap(({ module, title }) => {
      const own = median(size, module, task);
      return own === undefined ? [] : [{ title, median: own }];
    })
    .toSorted((a, b) => a.median - b.median)[0];
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function sizeTable(size: Size): string {
  const engines = ENGINES.filter(({ module }) => timesOf(size, module) !== undefined);
  const rows = TASKS.map(({ task, title }) => {
    const own = median(size, 'ours', task);
    const best = bestPeer(size, task);
    return [
      title,
      ...engines.map(({ module }) => {
        const found = timesOf(size, module)?.tasks[task];
        return found === undefined ? '–' : spread(found);
      }),
      own === undefined || best === undefined ? '–' : `${times(best.median / own)} (${best.title})`,
    ];
  });
  return table([['ms', ...engines.map(({ title }) => title), 'the best peer takes'], ...rows]);
}

type Goal = {
  readonly title: string;
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean;
};

const most = (title: string, value: number, limit: number, show: (value: number) => string): Goal => ({
  title,
  goal: `at most ${show(limit)}`,
  measured: show(value),
  met: value <= limit,
});

function goalsOf(size: Size): readonly Goal[] {
  const goals: Goal[] = [];
  const bare = median(size, 'bare-parse', 'load');
  const load = median(size, 'ours', 'load');
  if (load !== undefined && bare !== undefined) {
    const share = (value: number): string => `${number(value, 2)} of decode and parse`;
    goals.push(most('load from page bytes', load / bare, LOAD_GOAL, share));
  }
  for (const { task, title, goal } of TASKS) {
    const own = median(size, 'ours', task);
    if (own !== undefined && goal !== null)
      goals.push(most(title, own, goal, (ms) => `${milliseconds(ms)} ms`));
  }
  for (const { task, title } of TASKS) {
    const own = median(size, 'ours', task);
    const best = bestPeer(size, task);
    // An engine that keeps an order cuts a further page out of it in no time, so there is nothing to compare. The
    // preparation goes on while the first questions are answered: it is shown, but only the loading itself is judged.
    if (own === undefined || best === undefined || task === 'furtherPage' || task === 'loadAndPrepare')
      continue;
    const ratio = best.median / own;
    goals.push({
      title: `${title}, beside the best peer`,
      goal: `at least ${times(PEER_GOAL)} as fast`,
      measured: `${times(ratio)} (${best.title})`,
      met: ratio >= PEER_GOAL,
    });
  }
  const bytes = timesOf(size, 'ours')?.bytesHeld ?? null;
  if (bytes !== null) {
    goals.push(most('memory, a row', bytes / size.rows, BYTES_A_ROW_GOAL, (held) => `${number(held)} bytes`));
  }
  return goals;
}

function clickGoals({ clicks }: Results): readonly Goal[] {
  const show = (ms: number): string => `${milliseconds(ms)} ms`;
  return clicks.flatMap(({ rows, repaint, compared }) => {
    const limit = CLICK_GOALS.get(rows);
    if (limit === undefined) return [];
    const title = `click on a bar until all is repainted, ${number(rows)} rows`;
    const alone = most(title, repaint.median, limit, show);
    return rows === GOAL_ROWS
      ? [alone, most(`${title}, two snapshots compared`, compared.median, COMPARED_CLICK_GOAL, show)]
      : [alone];
  });
}

function customerGoals({ customers }: Results): readonly Goal[] {
  const show = (ms: number): string => `${milliseconds(ms)} ms`;
  return customers.map(({ rows, repaint }) =>
    most(`a customer’s view from loaded rows, ${number(rows)} rows`, repaint.median, CUSTOMER_GOAL, show),
  );
}

function trendGoals({ trends }: Results): readonly Goal[] {
  return trends.flatMap(({ days, answerMs, first, all }) => [
    most(
      `${days} days of a trend, ${answerMs} ms an answer`,
      all.median,
      TREND_GOAL,
      (ms) => `${number(ms)} ms`,
    ),
    most(
      'its first point, in answers',
      first.median / answerMs,
      FIRST_POINT_GOAL,
      (answers) => `${number(answers, 1)} times an answer`,
    ),
  ]);
}

function goalTable(results: Results): string {
  const size = results.sizes.find(({ rows }) => rows === GOAL_ROWS);
  const goals = [
    ...(size === undefined ? [] : goalsOf(size)),
    ...clickGoals(results),
    ...customerGoals(results),
    ...trendGoals(results),
    ...startGoals(results),
    ...takingGoals(results),
  ];
  return table([
    ['', 'goal', 'measured', ''],
    ...goals.map(({ title, goal, measured, met }) => [title, goal, measured, met ? 'met' : '**missed**']),
  ]);
}

function clickTable({ clicks }: Results): string {
  return table([
    [
      'rows',
      'click until all is repainted, ms',
      'with the pointer there before, ms',
      'two snapshots compared, ms',
      'tasks over 50 ms on the page’s thread',
    ],
    ...clicks.map(({ rows, repaint, aimed, compared, longTasks }) => [
      number(rows),
      spread(repaint),
      spread(aimed),
      spread(compared),
      number(longTasks),
    ]),
  ]);
}

function customerTable({ customers }: Results): string {
  return table([
    ['rows', 'click on the way to a customer until its view is painted from the loaded rows, ms'],
    ...customers.map(({ rows, repaint }) => [number(rows), spread(repaint)]),
  ]);
}

function trendTable({ trends }: Results): string {
  return table([
    [
      'days',
      'an answer takes, ms',
      'requests',
      'click until the first point is painted, ms',
      'until all are, ms',
    ],
    ...trends.map(({ days, answerMs, requests, first, all }) => [
      number(days),
      number(answerMs),
      number(requests),
      spread(first),
      spread(all),
    ]),
  ]);
}

function tasksOf({ longTasks }: Smoothness): string {
  if (longTasks.length === 0) return 'none';
  return `${number(longTasks.length)}: ${longTasks.map((ms) => `${milliseconds(ms)} ms`).join(', ')}`;
}

function loadingTable({ loading }: Results): string {
  return table([
    [
      'rows',
      'meanwhile',
      'loads',
      'a load, ms',
      'tasks over 50 ms on the page’s thread, in all',
      'frames after one left out',
    ],
    ...loading.flatMap(({ rows, untouched, used }) =>
      (
        [
          ['nobody touches the page', untouched],
          ['somebody types, then scrolls', used],
        ] as const
      ).map(([meanwhile, smoothness]) => [
        number(rows),
        meanwhile,
        number(smoothness.ms.repetitions),
        spread(smoothness.ms),
        tasksOf(smoothness),
        `${number(smoothness.lateFrames)} of ${number(smoothness.frames)}`,
      ]),
    ),
  ]);
}

function fewerLoads(size: Size): string {
  const counts = size.engines.flatMap(({ tasks }) => tasks.load?.repetitions ?? []);
  const fewest = Math.min(...counts);
  const fewer = size.engines.filter(({ tasks }) => tasks.load?.repetitions === fewest);
  if (fewest === Math.max(...counts)) return '';
  const titles = fewer.map(({ engine }) => ENGINES.find(({ module }) => module === engine)?.title ?? engine);
  return ` Loads of ${titles.join(' and ')}: ${fewest}, since they take long.`;
}

/** A run as Markdown: its tables, the versions of the engines, and the number of cores. */
export function reportOf(results: Results): string {
  const { versions, cores, sizes, clicks, customers, trends, loading } = results;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured with ${named.join(', ')}, on ${cores} cores. Times are in milliseconds: the median, and from the least to the most.`,
    ...sizes.map((size) => {
      const repetitions = Math.max(...size.engines.map(({ tasks }) => tasks.load?.repetitions ?? 0));
      const heading = `### ${number(size.rows)} rows: ${number(size.bytes / 1e6)} MB in ${number(size.pages)} pages`;
      return `${heading}\n\n${sizeTable(size)}\n\n${repetitions} repetitions.${fewerLoads(size)}`;
    }),
    ...(clicks.length === 0 ? [] : [`### The whole page\n\n${clickTable(results)}`]),
    ...(customers.length === 0 ? [] : [`### A customer’s view\n\n${customerTable(results)}`]),
    ...(trends.length === 0 ? [] : [`### A trend of a slow service\n\n${trendTable(results)}`]),
    ...(loading.length === 0 ? [] : [`### While a snapshot loads\n\n${loadingTable(results)}`]),
    ...startTables(results).map(({ heading, rows }) => `### ${heading}\n\n${table(rows)}`),
    ...takingTables(results).map(({ heading, rows }) => `### ${heading}\n\n${table(rows)}`),
    `### Goals\n\n${goalTable(results)}`,
  ].join('\n\n');
}

const START = '<!-- Written by `npm run bench`: -->';
const END = '<!-- To here. -->';

/** A document in which the text between its two marks is replaced. Throws where it has no marks. */
export function withReport(document: string, report: string): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start === -1 || end < start) throw new Error(`The document has no ${START} before ${END}.`);
  return `${document.slice(0, start + START.length)}\n\n${report}\n\n${document.slice(end)}`;
}
