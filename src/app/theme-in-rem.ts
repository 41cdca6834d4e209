import type { Theme } from '@fluentui/react-theme';

/** A theme whose text sizes follow the browser's font size; Fluent's own are in pixels. */
export function inRem(theme: Theme): Theme {
  const sizes: Record<string, string> = {};
  for (const [name, value] of Object.entries<string | number>(theme)) {
    const pixels = /^([\d.]+)px$/u.exec(String(value))?.[1];
    if (pixels === undefined || !/^(?:fontSize|lineHeight|spacing)/u.test(name)) continue;
    sizes[name] = `${Number(pixels) / 16}rem`;
  }
  return { ...theme, ...sizes };
}
