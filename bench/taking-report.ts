import type { ScriptTimes } from './script.ts';
import type { Spread } from './statistics.ts';
import type { TakingTimes } from './taking.ts';

/** What a run says of taking rows away: from the page, and by the script. */
export type TakenAway = {
  readonly taking: readonly TakingTimes[];
  readonly script: readonly ScriptTimes[];
};

/** A goal as a row of the table of goals. */
type TakingGoal = {
  readonly title: string;
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean;
};

// The rows that each goal is about.
const CSV_ROWS = 1_000_000;
const EXCEL_ROWS = 100_000;
const SCRIPT_ROWS = 1_000_000;

const CSV_GOAL = 4;
const EXCEL_GOAL = 5_000;
const LONG_TASK = 50;
const SCRIPT_GOAL = 0.7;
const MEGABYTES_GOAL = 200;

const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const spread = ({ median, min, max }: Spread): string => `**${count(median)}** (${count(min)}–${count(max)})`;

/** The lines of two tables, each with its heading; none where nothing of it was measured. */
export function takingTables({ taking, script }: TakenAway): readonly {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}[] {
  const exported = [
    [
      'rows',
      'CSV, ms',
      'a plain loop over the same texts, ms',
      'Excel, ms',
      'tasks over 50 ms on the page’s thread',
    ],
    ...taking.map(({ rows, csv, plain, excel, longTasks }) => [
      count(rows),
      spread(csv),
      spread(plain),
      excel === null ? '–' : spread(excel),
      longTasks.length === 0 ? 'none' : longTasks.map((ms) => `${ms} ms`).join(', '),
    ]),
  ];
  const written = [
    ['rows', '`curl`, the same pages, ms', 'the script, CSV, ms', 'most memory of the script, MB'],
    ...script.map(({ rows, curl, script: own, megabytes }) => [
      count(rows),
      spread(curl),
      spread(own),
      megabytes === null ? '–' : count(megabytes),
    ]),
  ];
  return [
    ...(taking.length === 0 ? [] : [{ heading: 'Taking rows away', rows: exported }]),
    ...(script.length === 0 ? [] : [{ heading: 'The script', rows: written }]),
  ];
}

/** What taking rows away has to reach. */
export function takingGoals({ taking, script }: TakenAway): readonly TakingGoal[] {
  const goals: TakingGoal[] = [];
  for (const { rows, csv, plain, excel, longTasks } of taking) {
    if (rows === CSV_ROWS) {
      const ratio = csv.median / plain.median;
      goals.push({
        title: `CSV of ${count(rows)} rows, beside a plain loop`,
        goal: `at most ${CSV_GOAL} × as long`,
        measured: `${ratio.toFixed(1)} ×`,
        met: ratio <= CSV_GOAL,
      });
      const longest = Math.max(0, ...longTasks);
      goals.push({
        title: `longest task while ${count(rows)} rows are exported`,
        goal: `at most ${LONG_TASK} ms`,
        measured: longest === 0 ? `none over ${LONG_TASK} ms` : `${longest} ms`,
        met: longest <= LONG_TASK,
      });
    }
    if (rows === EXCEL_ROWS && excel !== null) {
      goals.push({
        title: `Excel of ${count(rows)} rows`,
        goal: `at most ${count(EXCEL_GOAL)} ms`,
        measured: `${count(excel.median)} ms`,
        met: excel.median <= EXCEL_GOAL,
      });
    }
  }
  for (const { rows, curl, script: own, megabytes } of script) {
    if (rows !== SCRIPT_ROWS) continue;
    const rate = curl.median / own.median;
    goals.push({
      title: `the script’s rate, ${count(rows)} rows, beside \`curl\``,
      goal: `at least ${SCRIPT_GOAL} × as fast`,
      measured: `${rate.toFixed(2)} ×`,
      met: rate >= SCRIPT_GOAL,
    });
    if (megabytes !== null) {
      goals.push({
        title: 'the script’s memory',
        goal: `at most ${MEGABYTES_GOAL} MB`,
        measured: `${count(megabytes)} MB`,
        met: megabytes <= MEGABYTES_GOAL,
      });
    }
  }
  return goals;
}
