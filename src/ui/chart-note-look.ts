import { tokens } from '@fluentui/react-theme';
import type { GriffelStyle } from '@griffel/react';

/**
 * The style of a chart's note, which stands beside the thing under the pointer. It is to be spread into the style that
 * gives the note its place.
 */
export const chartNoteLook = {
  position: 'absolute',
  pointerEvents: 'none',
  display: 'grid',
  paddingBlock: '0.375rem',
  paddingInline: '0.625rem',
  borderRadius: tokens.borderRadiusMedium,
  boxShadow: tokens.shadow8,
  backgroundColor: tokens.colorNeutralBackground1,
  border: `1px solid ${tokens.colorNeutralStroke1}`,
  color: tokens.colorNeutralForeground1,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
} satisfies GriffelStyle;
