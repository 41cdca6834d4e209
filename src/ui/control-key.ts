/** The name of the key that the system's shortcuts use, as keyboards write it. */
export const CONTROL = /Mac|iP(?:hone|ad|od)/u.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl';
