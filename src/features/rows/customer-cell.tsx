import { makeStyles } from '@griffel/react';
import type { ICellRendererParams } from 'ag-grid-community';
import { createContext, use } from 'react';
import { CustomerLink } from '#ui/customer-link.tsx';

/** The links to the customers of rows, by the row's index. */
export type CustomerLinks = {
  /** null where the row does not belong to one customer. */
  readonly hrefAt: (rowIndex: number) => string | null;
  readonly open: (rowIndex: number) => void;
};

export const CustomerLinksContext = createContext<CustomerLinks>({
  hrefAt: () => null,
  open: () => undefined,
});

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', columnGap: '0.25rem', minWidth: 0 },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // A name has its own direction, and is cut off at its end, but is aligned like the others of the column.
    unicodeBidi: 'plaintext',
    textAlign: ['-webkit-match-parent', 'match-parent'],
  },
});

/**
 * A customer's name, and beside it a link to the customer's view. The name is like every other cell: a click chooses
 * it, and a drag chooses cells to copy. The grid is one stop for the keyboard: Enter on the cell also leads to the
 * customer.
 */
export function CustomerCell({ valueFormatted, node }: ICellRendererParams<unknown, string | null>) {
  const styles = useStyles();
  const { hrefAt, open } = use(CustomerLinksContext);
  const row = (): number => node.rowIndex ?? -1;
  const href = hrefAt(row());
  if (href === null) return valueFormatted;
  return (
    <span className={styles.root}>
      <span className={styles.name}>{valueFormatted}</span>
      <CustomerLink
        name={valueFormatted ?? ''}
        // The grid draws a cell again only when its text changes, and two customers may have one name. So the link is
        // computed at the click.
        target={{ href, hrefNow: () => hrefAt(row()) ?? href, open: () => open(row()) }}
        tabIndex={-1}
      />
    </span>
  );
}
