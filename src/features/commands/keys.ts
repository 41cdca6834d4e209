/** The meaning of a key: the commands, the list of shortcuts, or the saved view at a place, 1 to 9. */
export type KeyCommand =
  | { readonly kind: 'commands' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'savedView'; readonly place: number };

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>;

/**
 * The command that a pressed key stands for; null where it is none of ours. Besides Ctrl or ⌘ with K these are single
 * characters. Speech input or a wrong key can make them by mistake, so they can be switched off (WCAG 2.1.4), and they
 * have no effect where text is typed.
 *
 * @param areSingleKeysOn a character alone may stand for a command, here and now
 */
export function keyCommandOf(pressed: Pressed, areSingleKeysOn: boolean): KeyCommand | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = pressed;
  if (altKey || repeat) return null;
  if (ctrlKey || metaKey) {
    return ctrlKey !== metaKey && !shiftKey && key.toLowerCase() === 'k' ? { kind: 'commands' } : null;
  }
  if (!areSingleKeysOn) return null;
  if (key === '?') return { kind: 'shortcuts' };
  return /^[1-9]$/u.test(key) ? { kind: 'savedView', place: Number(key) } : null;
}

/** Elements in which characters are typed, or move within a list or a menu. */
const TAKES_CHARACTERS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"]';

/** Does the element with the focus need characters for itself? */
export function takesCharacters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_CHARACTERS) !== null;
}
