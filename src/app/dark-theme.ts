import { webDarkTheme } from '@fluentui/react-theme';
import { inRem } from './theme-in-rem.ts';

/** Fetched by itself: who has it light does not wait for it. */
export const darkTheme = inRem(webDarkTheme);
