import { parseArgs } from 'node:util';
import { FIELDS, fieldNamed, type Field } from '#partner-center/fields.ts';
import { filterErrorSaid } from '#partner-center/filter/english.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { dayOf } from '#partner-center/reading/day.ts';
import { EXIT, ScriptProblem } from './exit-code.ts';

export const FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** The settings that the arguments ask for. */
export type Settings = {
  readonly filter: Filter | null;
  readonly groupby: readonly Field[];
  /** `YYYY-MM-DD`; null for the latest snapshot. */
  readonly date: string | null;
  readonly format: Format;
  readonly out: string;
  readonly baseUrl: string;
};

const GLOBAL_SERVICE = 'https://api.partnercenter.microsoft.com';

const TEXT = { type: 'string' } as const;

function wrong(sentence: string): ScriptProblem {
  return new ScriptProblem(EXIT.usage, sentence);
}

function filterOf(text: string): Filter | null {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw wrong(`--filter: ${filterErrorSaid(parsed.error)}`);
  return parsed.filter;
}

function groupbyOf(text: string): readonly Field[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const fields = names.map((name) => {
    const field = fieldNamed(name);
    if (field === undefined) throw wrong(`--groupby has '${name}'. It can have ${FIELDS.join(', ')}.`);
    return field;
  });
  return [...new Set(fields)];
}

function dateOf(text: string): string {
  if (dayOf(text) !== text) throw wrong(`--date has to be a day such as 2026-11-26, not '${text}'.`);
  return text;
}

function formatOf(text: string): Format {
  const format = FORMATS.find((name) => name === text);
  if (format === undefined) throw wrong(`--format has to be one of ${FORMATS.join(', ')}, not '${text}'.`);
  return format;
}

function baseUrlOf(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol === 'https:' || protocol === 'http:') return text;
  throw wrong(`--base-url has to be an address such as ${GLOBAL_SERVICE}, not '${text}'.`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        filter: TEXT,
        groupby: TEXT,
        date: TEXT,
        format: TEXT,
        out: TEXT,
        'base-url': TEXT,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the arguments of the script; `help` where that is asked for.
 *
 * @throws ScriptProblem that names the argument and what it can be
 */
export function settingsOf(args: readonly string[]): Settings | 'help' {
  const values = parsed(args);
  if (values.help === true) return 'help';
  if (values.out === undefined || values.out === '') throw wrong('--out has to name where the rows go.');
  return {
    filter: filterOf(values.filter ?? ''),
    groupby: groupbyOf(values.groupby ?? ''),
    date: values.date === undefined ? null : dateOf(values.date),
    format: formatOf(values.format ?? 'csv'),
    out: values.out,
    baseUrl: baseUrlOf(values['base-url'] ?? GLOBAL_SERVICE),
  };
}
