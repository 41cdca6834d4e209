// What belongs to the person and not to the view, so that no address has it, is remembered in the browser's local storage.

/** An entry of the local storage; null where there is none, or where the browser keeps its storage from the page. */
export function localEntry(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Writes an entry, or removes it (null). Returns whether the browser did: its storage may be switched off, or full. */
export function setLocalEntry(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
