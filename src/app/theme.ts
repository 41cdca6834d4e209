import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-theme';
import { useCallback, useState, useSyncExternalStore } from 'react';

/** A theme whose sizes of text follow the browser's font size; as Fluent has them, they are pixels. */
function inRem(theme: Theme): Theme {
  const sizes: Record<string, string> = {};
  for (const [name, value] of Object.entries<string | number>(theme)) {
    const pixels = /^([\d.]+)px$/u.exec(String(value))?.[1];
    if (pixels === undefined || !/^(?:fontSize|lineHeight|spacing)/u.test(name)) continue;
    sizes[name] = `${Number(pixels) / 16}rem`;
  }
  return { ...theme, ...sizes };
}

const THEMES = { light: inRem(webLightTheme), dark: inRem(webDarkTheme) } as const;

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
    // The page's own ground too, as `public/color-scheme.js` does before anything is drawn.
    document.documentElement.style.colorScheme = next === 'system' ? '' : next;
    try {
      if (next === 'system') localStorage.removeItem(STORAGE_KEY);
      else localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // Not remembered then; chosen all the same.
    }
  }, []);
  const scheme = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  return { theme: THEMES[scheme], scheme, choice, choose };
}
