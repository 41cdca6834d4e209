/** The `id` of the place where the page has its rows; it can have the focus. */
export const ROWS_PLACE = 'rows';

/** Takes the person to the rows: they come into sight and have the focus. */
export function goToRows(): void {
  document.getElementById(ROWS_PLACE)?.focus();
}
