/** The key that the system's shortcuts are made with, as it is written on it. */
export const CONTROL = /Mac|iP(?:hone|ad|od)/u.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl';
