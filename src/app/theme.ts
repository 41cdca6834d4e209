import { webLightTheme, type Theme } from '@fluentui/react-theme';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { createPart } from '#query/part.ts';
import { localEntry, setLocalEntry } from '#view/local-entry.ts';
import { useIsPrinting } from '#ui/printing.ts';
import { inRem } from './theme-in-rem.ts';

const lightTheme = inRem(webLightTheme);

const darkPart = createPart(() => import('./dark-theme.ts'));
/** null until the dark theme has come. */
let darkTheme: Theme | null = null;
const listeners = new Set<() => void>();

/** Fetches the dark theme. Where that fails, the page stays light. */
async function fetchDark(): Promise<void> {
  try {
    darkTheme = (await darkPart.fetch()).darkTheme;
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

function subscribeToDark(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const STORAGE_KEY = 'license-lens.theme';

function storedChoice(): ThemeChoice {
  const stored = localEntry(STORAGE_KEY);
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system';
}

const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)';

function subscribeToSystem(onChange: () => void): () => void {
  const dark = matchMedia(SYSTEM_IS_DARK);
  const change = (): void => {
    if (dark.matches) void fetchDark();
    onChange();
  };
  dark.addEventListener('change', change);
  return () => dark.removeEventListener('change', change);
}

const isDark = (choice: ThemeChoice): boolean =>
  choice === 'dark' || (choice === 'system' && matchMedia(SYSTEM_IS_DARK).matches);

/** Waits for the theme with which the page begins. It never rejects. */
export async function prepareTheme(): Promise<void> {
  if (isDark(storedChoice())) await fetchDark();
}

/** The theme in force: the person's choice, otherwise the system's. */
export function useTheme(): {
  readonly theme: Theme;
  readonly scheme: 'light' | 'dark';
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
} {
  const [choice, setChoice] = useState(storedChoice);
  const systemIsDark = useSyncExternalStore(subscribeToSystem, () => matchMedia(SYSTEM_IS_DARK).matches);
  const dark = useSyncExternalStore(subscribeToDark, () => darkTheme);
  const choose = useCallback((next: ThemeChoice) => {
    setChoice(next);
    if (isDark(next)) void fetchDark();
    // The page's own background changes too, in the same way as `public/color-scheme.js` sets it before anything is
    // drawn.
    document.documentElement.style.colorScheme = next === 'system' ? '' : next;
    // The choice has an effect even where it can't be remembered.
    setLocalEntry(STORAGE_KEY, next === 'system' ? null : next);
  }, []);
  // Paper is white, so the printed theme is light.
  const isPrinting = useIsPrinting();
  const wanted = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  return wanted === 'dark' && dark !== null && !isPrinting
    ? { theme: dark, scheme: 'dark', choice, choose }
    : { theme: lightTheme, scheme: 'light', choice, choose };
}
