import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { fieldLook, focusedFieldLook } from './field-look.ts';

/** The style of a select, before and after its code has come. */
export const useSelectLook = makeStyles({
  root: { position: 'relative', display: 'flex', minWidth: 0, flexGrow: 1 },
  field: {
    ...fieldLook,
    display: 'flex',
    alignItems: 'center',
    columnGap: '0.25rem',
    width: '100%',
    minHeight: '2rem',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '0.75rem 0.625rem',
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':focus': focusedFieldLook,
  },
  small: {
    minHeight: '1.5rem',
    paddingInline: '0.5rem 0.375rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
