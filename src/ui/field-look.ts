import { tokens } from '@fluentui/react-theme';
import type { GriffelStyle } from '@griffel/react';

/** The style that all fields share, for typing or choosing; it is to be spread into the style of one. */
export const fieldLook = {
  boxSizing: 'border-box',
  border: `1px solid ${tokens.colorNeutralStroke1}`,
  borderBottomColor: tokens.colorNeutralStrokeAccessible,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase300,
} satisfies GriffelStyle;

/** The style of a field with the focus, where the browser's own outline is not used. */
export const focusedFieldLook = {
  outlineStyle: 'solid',
  outlineWidth: '2px',
  outlineOffset: '-1px',
  outlineColor: tokens.colorCompoundBrandStroke,
} satisfies GriffelStyle;
