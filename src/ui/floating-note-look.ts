import { tokens } from '@fluentui/react-theme';
import type { GriffelStyle } from '@griffel/react';

/**
 * The style of a note that comes after everything else, so that nothing moves when it comes and goes. It stays in sight
 * as long as its place is further down. It is to be spread into the style of one.
 */
export const floatingNoteLook = {
  position: 'sticky',
  zIndex: 4,
  insetBlockEnd: '1rem',
  alignSelf: 'center',
  paddingBlock: '0.5rem',
  paddingInline: '0.75rem',
  borderRadius: tokens.borderRadiusMedium,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground1,
  boxShadow: tokens.shadow8,
} satisfies GriffelStyle;
