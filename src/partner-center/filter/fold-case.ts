/**
 * The form of a value that decides about equality: two values are equal when their folded forms are. Filters, groups,
 * joins and members all use this one equality.
 *
 * The endpoint's page filters by `'O365'` and `'Reseller'` where its own data says `o365` and `reseller`, so equality
 * ignores letter case. That is an assumption, and only this function depends on it: if the service compared exactly,
 * this function would return its argument.
 *
 * The form is lower case, because upper case turns `ß` into `SS` and `ı` into `I`, which are other names. It uses no
 * locale: the same link gives the same rows in Ankara and in Seattle. JavaScript writes the sigma at the end of a word
 * differently (`ΟΔΟΣ` gives `οδος`), so that letter is replaced here.
 */
export function foldCase(value: string): string {
  return value.toLowerCase().replaceAll('ς', 'σ');
}

/**
 * The folded form of several values, such as a group's: two keys have the same form where they are equal value for
 * value. A missing value is equal only to a missing value, not to the empty text.
 */
export function foldKey(key: readonly (string | null)[]): string {
  return JSON.stringify(key.map((value) => (value === null ? null : foldCase(value))));
}
