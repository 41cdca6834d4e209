import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ICellRendererParams } from 'ag-grid-community';
import { createContext, use } from 'react';

/** The address of the view of the customer that a row is of, by the row's index; null: of none. */
export type CustomerHref = (rowIndex: number) => string | null;

export const CustomerHrefContext = createContext<CustomerHref>(() => null);

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    '.ag-cell-focus > &': { textDecorationLine: 'underline' },
  },
});

/** A customer's name, which leads to the customer. The grid is one stop for the keyboard: Enter on its cell does the same. */
export function CustomerCell({ valueFormatted, node }: ICellRendererParams<unknown, string | null>) {
  const styles = useStyles();
  const href = use(CustomerHrefContext)(node.rowIndex ?? -1);
  if (href === null) return valueFormatted;
  return (
    <a className={styles.link} href={href} tabIndex={-1} draggable={false}>
      {valueFormatted}
    </a>
  );
}
