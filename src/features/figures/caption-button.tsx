import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { isFilterable, useShowCustomers, type CustomersInOrder } from '#query/use-customers.ts';
import { goToRows } from '#ui/rows-place.ts';

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

type CaptionButtonProps = {
  readonly caption: string;
  /** The button's name, from the caption and whether a click filters by these customers alone. */
  readonly nameOf: (values: { readonly caption: string; readonly alone: string }) => string;
  readonly customers: CustomersInOrder;
};

/** A caption about some customers that leads to them. */
export function CaptionButton({ caption, nameOf, customers }: CaptionButtonProps) {
  const styles = useStyles();
  const showCustomers = useShowCustomers();
  const name = nameOf({ caption, alone: isFilterable(customers) ? 'yes' : 'no' });
  return (
    <button
      type="button"
      data-printed
      className={styles.root}
      aria-label={name}
      title={name}
      onClick={() => {
        showCustomers(customers);
        goToRows();
      }}
    >
      {caption}
    </button>
  );
}
