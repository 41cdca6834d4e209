import type { FlowTimes, StartTimes } from './start.ts';
import type { Spread } from './statistics.ts';

/** What a run says of the start of the page and of the main flow. */
export type Felt = {
  readonly starts: readonly StartTimes[];
  readonly flows: readonly FlowTimes[];
};

/** A goal as a row of the table of goals. */
type FeltGoal = {
  readonly title: string;
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean;
};

/** The longest task in milliseconds, by how much the processor is slowed down. */
const LONGEST_TASK_GOALS: ReadonlyMap<number, number> = new Map([
  [1, 50],
  [4, 150],
]);
// For a processor at a quarter of its speed, in milliseconds.
const SLOWED = 4;
const BLOCKED_GOAL = 300;
const FIGURES_GOAL = 1_000;
const LARGEST_GOAL = 1_500;
const INTERACTION_GOAL = 100;

const count = (value: number): string => Math.round(value).toLocaleString('en-US');
const spread = ({ median, min, max }: Spread): string => `**${count(median)}** (${count(min)}–${count(max)})`;
const speedOf = (slowdown: number): string => (slowdown === 1 ? 'full' : `1/${slowdown}`);

/** The lines of two tables, each with its heading; none where nothing of it was measured. */
export function startTables({ starts, flows }: Felt): readonly {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}[] {
  const head = [
    'processor',
    '',
    'first paint, ms',
    'first figures, ms',
    'largest paint, ms',
    'tasks over 50 ms',
    'the longest, ms',
    'blocked by them, ms',
    'layout shift',
  ];
  const started = starts.flatMap(({ slowdown, app, bare }) => [
    ...(
      [
        ['License Lens', app],
        ['a bare page with the same requests', bare],
      ] as const
    ).map(([title, start]) => [
      speedOf(slowdown),
      title,
      spread(start.painted),
      spread(start.figures),
      spread(start.largest),
      count(start.longTasks.median),
      spread(start.longestTask),
      spread(start.blocked),
      start.shift.toFixed(4),
    ]),
    [
      speedOf(slowdown),
      'how often the bare page’s time',
      `${(app.painted.median / bare.painted.median).toFixed(1)} ×`,
      `${(app.figures.median / bare.figures.median).toFixed(1)} ×`,
      `${(app.largest.median / bare.largest.median).toFixed(1)} ×`,
      '',
      '',
      '',
      '',
    ],
  ]);
  const flowed = flows.flatMap(({ slowdown, slowest, steps }) => [
    ['interaction to next paint', speedOf(slowdown), spread(slowest)],
    ...Object.entries(steps).map(([name, ms]) => [
      name,
      speedOf(slowdown),
      ms === 0 ? 'below 16' : count(ms),
    ]),
  ]);
  return [
    ...starts.slice(0, 1).map(({ rows }) => ({
      heading: `A reload while signed in, ${count(rows)} rows`,
      rows: [head, ...started],
    })),
    ...flows.slice(0, 1).map(({ rows }) => ({
      heading: `The main flow, ${count(rows)} rows loaded`,
      rows: [['step', 'processor', 'its slowest interaction, ms'], ...flowed],
    })),
  ];
}

/** What the start and the main flow have to reach. */
export function startGoals({ starts, flows }: Felt): readonly FeltGoal[] {
  const atMost = (title: string, value: number, limit: number): FeltGoal => ({
    title,
    goal: `at most ${count(limit)} ms`,
    measured: `${count(value)} ms`,
    met: value <= limit,
  });
  return [
    ...starts.flatMap(({ slowdown, app }) => {
      const title = (what: string): string => `${what}, processor at ${speedOf(slowdown)} speed`;
      const limit = LONGEST_TASK_GOALS.get(slowdown);
      const shift = {
        title: title('layout shift at the start'),
        goal: 'none',
        measured: app.shift.toFixed(4),
        met: app.shift === 0,
      };
      return [
        ...(limit === undefined
          ? []
          : [atMost(title('longest task at the start'), app.longestTask.median, limit)]),
        ...(slowdown === SLOWED
          ? [
              atMost(title('blocked by tasks at the start'), app.blocked.median, BLOCKED_GOAL),
              atMost(title('first figures'), app.figures.median, FIGURES_GOAL),
              atMost(title('largest paint'), app.largest.median, LARGEST_GOAL),
            ]
          : []),
        shift,
      ];
    }),
    ...flows.map(({ rows, slowdown, slowest }) =>
      atMost(
        `interaction to next paint, ${count(rows)} rows, processor at ${speedOf(slowdown)} speed`,
        slowest.median,
        INTERACTION_GOAL,
      ),
    ),
  ];
}
