import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ICellRendererParams } from 'ag-grid-community';
import { createContext, use } from 'react';
import { isPlainClick } from '#ui/is-plain-click.ts';

/** The view of the customer that a row is of, by the row's index. */
export type CustomerLinks = {
  /** null: the row is of no one customer. */
  readonly hrefAt: (rowIndex: number) => string | null;
  readonly open: (rowIndex: number) => void;
};

export const CustomerLinksContext = createContext<CustomerLinks>({
  hrefAt: () => null,
  open: () => undefined,
});

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
  const { hrefAt, open } = use(CustomerLinksContext);
  const row = (): number => node.rowIndex ?? -1;
  const href = hrefAt(row());
  if (href === null) return valueFormatted;
  return (
    <a
      className={styles.link}
      href={href}
      tabIndex={-1}
      draggable={false}
      // The grid draws a cell anew when its text changes, and two customers may have one name.
      onPointerEnter={({ currentTarget }) => {
        currentTarget.href = hrefAt(row()) ?? href;
      }}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        // A part of the name was chosen, to be copied.
        if (getSelection()?.isCollapsed !== false) open(row());
      }}
    >
      {valueFormatted}
    </a>
  );
}
