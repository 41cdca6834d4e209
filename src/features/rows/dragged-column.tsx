import { FluentProvider } from '@fluentui/react-provider';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { CustomDragAndDropImageProps } from 'ag-grid-react';

const useStyles = makeStyles({
  root: {
    // Below the pointer, which would hide it.
    marginBlockStart: '1rem',
    paddingBlock: '0.375rem',
    paddingInline: '0.75rem',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
});

/** What follows the pointer while a column is dragged. The grid puts it beside the app, so it needs a provider. */
export function DraggedColumn({ label }: CustomDragAndDropImageProps) {
  return <FluentProvider className={useStyles().root}>{label}</FluentProvider>;
}
