import type { TextsOf } from '#ui/catalogue.ts';
import type { Format } from '#ui/format.ts';
import type { ColumnKind } from './columns.ts';
import type { texts } from './texts.ts';

export type WritingTools = { readonly t: TextsOf<typeof texts>; readonly format: Format };

// Characters that can be seen: letters, figures, signs.
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a value has no visible character: a gap would look like a mistake, so the page says so in words. */
export function isUnseen(value: string | null): boolean {
  return value === null || !VISIBLE.test(value);
}

/** The text of a value in a column; empty where the row is not there yet. */
export function writtenValue(
  kind: ColumnKind,
  value: string | number | null | undefined,
  { t, format }: WritingTools,
): string {
  if (value === undefined) return '';
  if (typeof value === 'string') {
    if (kind === 'day') return format.date(value.slice(0, 10));
    return isUnseen(value) ? t.blank : value;
  }
  switch (kind) {
    case 'text':
      return t.noValue;
    // Only a gone row has no licenses sold; that is not the same as 0.
    case 'count':
      return value === null ? t.gone({ nothing: format.count(0) }) : format.count(value);
    case 'before':
      return value === null ? t.new({ nothing: format.count(0) }) : format.count(value);
    case 'changeShare':
      return format.changePercent(value);
    case 'share':
      return format.percent(value);
    case 'worth':
      return value === null ? '—' : String(value);
    case 'change':
      return value === null ? '' : format.change(value);
    case 'notDeployed':
      return value === null ? '' : format.count(value);
    case 'day':
    case 'remedy':
      return value === null ? '' : String(value);
  }
}
