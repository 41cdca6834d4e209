/** What a key stands for: the commands, the list of shortcuts, or the saved view at a place, 1 to 9. */
export type KeyCommand =
  | { readonly kind: 'commands' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'savedView'; readonly place: number };

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>;

/**
 * What a pressed key stands for; null: nothing of ours. Beyond Ctrl or ⌘ with K these are single characters, which speech
 * input and a slip of the hand make too: they can be switched off (WCAG 2.1.4), and mean nothing where one types.
 *
 * @param areSingleKeysOn a character alone may stand for something, here and now
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

/** Where characters are typed, or lead within a list or a menu. */
const TAKES_CHARACTERS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"]';

/** Does what has the focus take characters for itself? */
export function takesCharacters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_CHARACTERS) !== null;
}
