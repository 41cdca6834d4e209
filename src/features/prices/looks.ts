import { tokens } from '@fluentui/react-theme';
import type { GriffelStyle } from '@griffel/react';

/** The style of small texts below fields; it is to be spread into a component's style. */
export const hintLook = {
  margin: 0,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  color: tokens.colorNeutralForeground3,
} satisfies GriffelStyle;

/** A group of fields without the browser's frame. */
export const fieldsLook = {
  display: 'grid',
  margin: 0,
  padding: 0,
  border: 'none',
  minInlineSize: 0,
} satisfies GriffelStyle;

/** The legend of such a group. */
export const legendLook = {
  padding: 0,
  marginBlockEnd: '0.25rem',
  fontWeight: tokens.fontWeightSemibold,
} satisfies GriffelStyle;
