/**
 * The form of a value that decides whether two values are equal: they are when their folded forms are. It is one
 * equality for filters, groups, joins and members.
 *
 * The endpoint's page filters by `'O365'` and `'Reseller'` where its own data says `o365` and `reseller`,
 * so equality ignores letter case. That is an assumption, and this is the only place that holds it: were the
 * service to compare exactly, this function would return its argument.
 *
 * Lower case, because upper case maps `ß` to `SS` and `ı` to `I`, which are other names. No locale: the same
 * link gives the same rows in Ankara and in Seattle. JavaScript writes the sigma at the end of a word
 * differently (`ΟΔΟΣ` gives `οδος`), so that one is settled by hand.
 */
export function foldCase(value: string): string {
  return value.toLowerCase().replaceAll('ς', 'σ');
}

/**
 * The same of several values, such as a group's: two keys have one folded form where they are equal value for value.
 * No value is equal to no value alone, not to the empty text.
 */
export function foldKey(key: readonly (string | null)[]): string {
  return JSON.stringify(key.map((value) => (value === null ? null : foldCase(value))));
}
