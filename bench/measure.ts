import type { Browser } from '@playwright/test';
import { open, type Seat } from './browser.ts';
import type { MeasuredEngine } from './engines.ts';
import type { ChangeQuestion, Expected, GroupQuestion } from './expected.ts';
import type { ChangedGroup, Group, IdleGroup, KindCount, Row, ValueGroup } from './peers/engine.ts';
import type { QuestionName } from './page/host.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** What is measured: loading, loading together with the preparation after it, and every question. */
export type TaskName = 'load' | 'loadAndPrepare' | QuestionName;

/** The times of one engine with one number of rows. */
export type EngineTimes = {
  readonly engine: string;
  readonly tasks: Readonly<Partial<Record<TaskName, Spread>>>;
  /** The bytes that it holds after loading; null where it cannot tell. */
  readonly bytesHeld: number | null;
};

const GROUP_QUESTIONS: readonly GroupQuestion[] = [
  'topCustomers',
  'filteredProducts',
  'customersAndServices',
  'members',
  'searchedProducts',
];

const CHANGE_QUESTIONS: readonly ChangeQuestion[] = ['changedCustomers', 'changedProducts'];

/** In milliseconds. A long load is repeated until this time is used up, but at least three times. */
const LOADING_LIMIT = 60_000;
const LOADS_AT_LEAST = 3;

export type MeasureOptions = {
  readonly browser: Browser;
  readonly origin: string;
  readonly engines: readonly MeasuredEngine[];
  readonly rows: number;
  readonly pages: number;
  readonly earlierPages: number;
  /** Offers the pages of the earlier snapshot instead of those of the latest. */
  readonly offerEarlier: () => void;
  readonly repeat: number;
  readonly expected: Expected;
  readonly say: (line: string) => void;
};

/** The times of each engine; a list has one time for each repetition. */
type Times = Map<Seat, number[]>;

function noted(times: Times, seat: Seat, ms: number): void {
  const list = times.get(seat);
  if (list === undefined) times.set(seat, [ms]);
  else list.push(ms);
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);

/**
 * Measures engines side by side. Each runs in a process of its own, and all are up at once. In each repetition they run
 * one after the other, so that other work of the machine affects all alike. Before its repetitions, every question is
 * asked once without being timed.
 *
 * @throws Error where an answer differs from independent sums
 */
export async function measure(options: MeasureOptions): Promise<readonly EngineTimes[]> {
  const { browser, origin, engines, rows, pages, earlierPages, offerEarlier, repeat, expected, say } =
    options;
  const seats: Seat[] = [];
  for (const engine of engines) seats.push(await open(browser, origin, engine));

  const loads: Times = new Map();
  const prepared: Times = new Map();
  const bytesHeld = new Map<Seat, number | null>();
  for (let repetition = 0; repetition < repeat; repetition += 1) {
    for (const seat of seats) {
      const spent = sum(loads.get(seat) ?? []);
      if (repetition >= LOADS_AT_LEAST && spent > LOADING_LIMIT) continue;
      const loaded = await seat.load(pages);
      noted(loads, seat, loaded.ms);
      noted(prepared, seat, loaded.ms + loaded.prepareMs);
      bytesHeld.set(seat, loaded.bytesHeld);
      say(`${rows} rows, load ${repetition + 1}: ${seat.engine.title} ${loaded.ms.toFixed(0)} ms`);
    }
  }

  const asked = new Map<QuestionName, Times>();
  const pageRows: Row[] = [];
  const answering = seats.filter(({ engine }) => engine.answers);

  /** Asks an engine, checks the answer, and notes the time unless this is the warm-up. */
  async function ask(question: QuestionName, seat: Seat, offset: number, repetition: number): Promise<void> {
    const { ms, answer } = await seat.ask(question, offset);
    const times = asked.get(question) ?? new Map<Seat, number[]>();
    asked.set(question, times);
    if (repetition > 0) noted(times, seat, ms);
    try {
      switch (question) {
        case 'sortedPage':
        case 'furtherPage':
          expected.checkPage(offset, answer as readonly Row[]);
          pageRows.push(...(answer as readonly Row[]));
          break;
        case 'idleCustomers':
          expected.checkIdleCustomers(answer as readonly IdleGroup[]);
          break;
        case 'valueCustomers':
          expected.checkValueCustomers(answer as readonly ValueGroup[]);
          break;
        case 'idlePage':
          expected.checkIdlePage(offset, answer as readonly IdleGroup[]);
          break;
        case 'anomalies':
        case 'anomaliesSince':
          expected.checkAnomalies(question, answer as readonly KindCount[]);
          break;
        case 'changedCustomers':
        case 'changedProducts':
          expected.checkChanges(question, answer as readonly ChangedGroup[]);
          break;
        default:
          expected.checkGroups(question, answer as readonly Group[]);
      }
    } catch (error) {
      throw new Error(`${seat.engine.title} answers ${question} of ${rows} rows wrong`, { cause: error });
    }
  }

  for (const question of GROUP_QUESTIONS) {
    for (let repetition = 0; repetition <= repeat; repetition += 1) {
      for (const seat of answering) await ask(question, seat, 0, repetition);
    }
    say(`${rows} rows, ${question}: done`);
  }
  // This is page 9,000 of 10,000, of a hundred rows each, with a million rows.
  const deep = Math.floor(rows * 0.9) - 100;
  for (let repetition = 0; repetition <= repeat; repetition += 1) {
    for (const seat of answering) {
      await ask('sortedPage', seat, deep, repetition);
      await ask('furtherPage', seat, Math.floor(rows / 2), repetition);
    }
  }
  expected.checkRows(pageRows);

  /** Asks all engines that can answer a question, once without being timed. */
  async function askAll(question: QuestionName, offset: number): Promise<void> {
    const able: Seat[] = [];
    for (const seat of answering) if (await seat.answers(question)) able.push(seat);
    for (let repetition = 0; repetition <= repeat; repetition += 1) {
      for (const seat of able) await ask(question, seat, offset, repetition);
    }
    say(`${rows} rows, ${question}: done`);
  }

  await askAll('idleCustomers', 0);
  await askAll('valueCustomers', 0);
  await askAll('idlePage', Math.floor(expected.pairs * 0.9) - 100);
  await askAll('anomalies', 0);
  offerEarlier();
  for (const seat of answering) await seat.loadEarlier(earlierPages);
  for (const question of CHANGE_QUESTIONS) await askAll(question, 0);
  await askAll('anomaliesSince', 0);
  say(`${rows} rows: every answer is right`);

  for (const seat of seats) await seat.leave();
  return seats.map((seat) => {
    const tasks: Partial<Record<TaskName, Spread>> = {
      load: spreadOf(loads.get(seat) ?? []),
      loadAndPrepare: spreadOf(prepared.get(seat) ?? []),
    };
    for (const [question, times] of asked) {
      const own = times.get(seat);
      if (own !== undefined) tasks[question] = spreadOf(own);
    }
    return { engine: seat.engine.module, tasks, bytesHeld: bytesHeld.get(seat) ?? null };
  });
}
