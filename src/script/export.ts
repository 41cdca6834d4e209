import { createPartnerCenterClient } from '#partner-center/client.ts';
import type { Activity, Wait } from '#partner-center/activity.ts';
import type { Progress } from '#partner-center/reading/progress.ts';
import { EXIT, exitCodeOf, ScriptProblem, sentenceOf } from './exit-code.ts';
import { exportRows } from './export-rows.ts';
import { HELP } from './help.ts';
import { settingsOf } from './settings.ts';
import { oneToken, readToken } from './token.ts';

// In milliseconds. The progress is logged so often.
const NOTE_EVERY = 1_000;

const count = new Intl.NumberFormat('en');

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Logs the progress of the reading, not more often than a person can read it. */
function createNotes(): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return ({ loaded, total }) => {
    const now = performance.now();
    if (now - last < NOTE_EVERY) return;
    last = now;
    say(
      total === null
        ? `${count.format(loaded)} rows`
        : `${count.format(loaded)} of ${count.format(total)} rows`,
    );
  };
}

/** Logs what the script waits for, once for each wait. */
function tellWaits(activity: Activity): void {
  const told = new WeakSet<Wait>();
  activity.subscribe(() => {
    for (const wait of activity.waits()) {
      if (told.has(wait)) continue;
      told.add(wait);
      const { error, tries, mostTries, until } = wait;
      const seconds = until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1_000));
      say(`Try ${tries} of ${mostTries} failed: ${sentenceOf(error)}. The next one is in ${seconds} s.`);
    }
  });
}

async function run(signal: AbortSignal): Promise<void> {
  const settings = settingsOf(process.argv.slice(2));
  if (settings === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const { PARTNER_CENTER_TOKEN: fromEnvironment } = process.env;
  const standardInput = process.stdin.isTTY ? null : process.stdin;
  const token = await readToken({ fromEnvironment, standardInput });
  const client = createPartnerCenterClient({ tokens: oneToken(token), baseUrl: settings.baseUrl });
  tellWaits(client.activity);
  const exported = await exportRows(client, settings, {
    signal,
    onProgress: createNotes(),
    onRestart: () => say('The pages that came did not belong together: the file is begun anew.'),
  });
  const { path, snapshot, rows, rowsRead, totalCount } = exported;
  if (totalCount !== null && totalCount !== rowsRead) {
    say(
      `The service counts ${count.format(totalCount)}, and ${count.format(rowsRead)} came: all of these are in the file.`,
    );
  }
  say(`All ${count.format(rows)} rows of the snapshot of ${snapshot.processedDateTime} are in ${path}.`);
}

async function main(): Promise<void> {
  const stopping = new AbortController();
  let stopped: number | null = null;
  const stop = (name: NodeJS.Signals): void => {
    stopped ??= name === 'SIGTERM' ? EXIT.terminated : EXIT.stopped;
    stopping.abort();
    // The script may still be waiting for the token.
    process.stdin.destroy();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    await run(stopping.signal);
  } catch (error) {
    if (stopped === null) {
      say(sentenceOf(error));
      if (error instanceof ScriptProblem && error.code === EXIT.usage) say('Try --help.');
    } else say('Stopped: no file was written.');
    process.exitCode = stopped ?? exitCodeOf(error);
  }
  // Standard input that was not read would keep the process alive.
  process.stdin.destroy();
}

await main();
