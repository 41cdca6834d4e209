import { FluentProvider } from '@fluentui/react-provider';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { CustomDragAndDropImageProps } from 'ag-grid-react';

const useStyles = makeStyles({
  root: {
    // It is below the pointer, which would otherwise hide it.
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

/**
 * The label that follows the pointer while a column is dragged. The grid puts it outside of the app, so it needs a
 * provider of its own.
 */
export function DraggedColumn({ label }: CustomDragAndDropImageProps) {
  return <FluentProvider className={useStyles().root}>{label}</FluentProvider>;
}
