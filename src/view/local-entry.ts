// What belongs to the person and not to the view is in no address. It is remembered in the browser's local storage.

/** The text of an entry of the local storage; null where there is none, or where the page may not use the storage. */
export function localEntry(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Writes an entry, or removes it (null). Returns whether that was possible: the storage may be switched off, or full.
 */
export function setLocalEntry(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
