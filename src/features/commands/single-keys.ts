import { useSyncExternalStore } from 'react';
import { localEntry, setLocalEntry } from '#view/local-entry.ts';

const ENTRY = 'license-lens.single-keys';
const OFF = 'off';

const listeners = new Set<() => void>();
/** The choice where the browser cannot store it: it lasts as long as the page is open. */
let unstored: boolean | null = null;

/** May a character alone stand for a command? */
export function areSingleKeysOn(): boolean {
  return unstored ?? localEntry(ENTRY) !== OFF;
}

/** Switches characters as commands on or off, in this browser. */
export function setSingleKeys(isOn: boolean): void {
  unstored = setLocalEntry(ENTRY, isOn ? null : OFF) ? null : isOn;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** `areSingleKeysOn`, which follows changes. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn);
}
