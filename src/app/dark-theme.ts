import { webDarkTheme } from '@fluentui/react-theme';
import { inRem } from './theme-in-rem.ts';

/** The dark theme is fetched by itself: a person with the light one does not wait for it. */
export const darkTheme = inRem(webDarkTheme);
