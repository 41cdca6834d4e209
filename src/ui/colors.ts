import { tokens } from '@fluentui/react-theme';

/**
 * The two figures keep one colour each everywhere; what is beyond sold has a third.
 * All reach 3:1 against the page in both themes (WCAG 1.4.11), and none carries meaning alone.
 */
export const measureColors = {
  deployed: tokens.colorCompoundBrandBackground,
  /** A quiet track that deployed fills, with an edge that holds the contrast. */
  soldFill: tokens.colorNeutralBackground6,
  soldEdge: tokens.colorNeutralStrokeAccessible,
  over: tokens.colorPaletteDarkOrangeBorderActive,
} as const;
