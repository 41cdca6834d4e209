/** The event that tells of an error which kept a part of the page from being drawn, and which React has caught. */
export const CAUGHT = 'caught';

/** Tells of such an error: in the console, as React does by itself, and to who reports errors. */
export function tellCaught(error: unknown): void {
  // oxlint-disable-next-line no-console -- what React would do
  console.error(error);
  dispatchEvent(new ErrorEvent(CAUGHT, { error }));
}
