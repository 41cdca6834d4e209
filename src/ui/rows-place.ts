/** The `id` of the place where the page has its rows; it can get the focus. */
export const ROWS_PLACE = 'rows';

/** Leads the person to the rows: they are scrolled into sight and get the focus. */
export function goToRows(): void {
  document.getElementById(ROWS_PLACE)?.focus();
}
