import { tokens } from '@fluentui/react-theme';

/**
 * Sold and deployed have one colour each everywhere; what is deployed beyond sold has a third. All reach 3:1 against
 * the page in both themes (WCAG 1.4.11), and none carries a meaning alone.
 */
export const measureColors = {
  deployed: tokens.colorCompoundBrandBackground,
  /** A quiet track that deployed fills; its edge has the contrast. */
  soldFill: tokens.colorNeutralBackground6,
  soldEdge: tokens.colorNeutralStrokeAccessible,
  over: tokens.colorPaletteDarkOrangeBorderActive,
} as const;
