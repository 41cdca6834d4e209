import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const PRINT = 'print';

// Whether the dialog for printing is open. It tells by events, and a preview of the print tells by the medium.
let isInDialog = false;

function subscribe(onChange: () => void): () => void {
  const medium = matchMedia(PRINT);
  // The change is drawn at once: the page is laid out for the print right after the event.
  const change = (): void => flushSync(onChange);
  const begin = (): void => {
    isInDialog = true;
    change();
  };
  const end = (): void => {
    isInDialog = false;
    change();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  medium.addEventListener('change', change);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    medium.removeEventListener('change', change);
  };
}

/** Whether the page is being printed, for texts that differ on paper in a way that a style could not do. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isInDialog || matchMedia(PRINT).matches);
}
