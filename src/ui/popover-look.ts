import { tokens } from '@fluentui/react-theme';
import type { GriffelStyle } from '@griffel/react';

/**
 * The style of a popover that belongs to a button: below it, or above it where there is more room. Its place is the
 * browser's work (`position-area`), and its button the one whose `popoverTarget` it is. A browser that can't do that
 * shows it in the middle of the page. It is to be spread into the style of one.
 */
export const popoverLook = {
  boxSizing: 'border-box',
  border: 0,
  borderRadius: tokens.borderRadiusMedium,
  outlineStyle: 'solid',
  outlineWidth: '1px',
  outlineColor: tokens.colorTransparentStroke,
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow16,
  color: tokens.colorNeutralForeground1,
  // One of the two sides of a button always has so much room.
  maxBlockSize: 'min(25rem, 45vh)',
  overflowY: 'auto',
  '@supports (position-area: block-end)': {
    inset: 'auto',
    margin: 0,
    marginBlock: '2px',
    positionArea: 'block-end span-inline-end',
    positionTryFallbacks: 'flip-block, flip-inline, flip-block flip-inline',
  },
} satisfies GriffelStyle;
