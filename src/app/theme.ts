import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-theme';
import { useCallback, useState, useSyncExternalStore } from 'react';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const STORAGE_KEY = 'license-lens.theme';

function storedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return THEME_CHOICES.find((choice) => choice === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

function subscribeToSystem(onChange: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', onChange);
  return () => dark.removeEventListener('change', onChange);
}

/** The theme in force: the one chosen, else the system's. */
export function useTheme(): {
  readonly theme: Theme;
  readonly scheme: 'light' | 'dark';
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
} {
  const [choice, setChoice] = useState(storedChoice);
  const systemIsDark = useSyncExternalStore(
    subscribeToSystem,
    () => matchMedia('(prefers-color-scheme: dark)').matches,
  );
  const choose = useCallback((next: ThemeChoice) => {
    setChoice(next);
    try {
      if (next === 'system') localStorage.removeItem(STORAGE_KEY);
      else localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // Not remembered then; chosen all the same.
    }
  }, []);
  const scheme = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  return { theme: scheme === 'dark' ? webDarkTheme : webLightTheme, scheme, choice, choose };
}
