import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What git says; empty where it says nothing: built from an archive, or on a machine without git. */
function said(...words: readonly string[]): string {
  // In an archive unpacked within another repository, git would tell of that one.
  if (!existsSync('.git')) return '';
  try {
    return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

/** The commit that is built: `COMMIT`, else what git says, with `-dirty` where a file was changed since; empty where neither does. */
export function builtCommit(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['COMMIT'] ?? said('describe', '--always', '--dirty', '--abbrev=12', '--exclude=*');
}

/** When that commit was made, in ISO 8601; empty where git does not say. */
export function builtCommitTime(): string {
  return said('log', '-1', '--format=%cI');
}
