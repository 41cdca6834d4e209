import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

const useStyles = makeStyles({
  key: {
    paddingInline: '0.375rem',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** A key, or several that are pressed together, as a text that looks like one. */
export function KeyboardKey({ keys }: { readonly keys: string }) {
  return <kbd className={useStyles().key}>{keys}</kbd>;
}
