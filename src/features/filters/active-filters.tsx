import { Button } from '#ui/button.tsx';
import { makeStyles } from '@griffel/react';
import { useState } from 'react';
import type { ConditionText } from './condition-text.ts';
import { CustomerLink } from '#ui/customer-link.tsx';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { withCustomer } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { Chip } from './chip.tsx';
import { texts } from './texts.ts';

// A link can hold thousands of conditions; those that do not fit on about one screen are shown when asked for.
const SHOWN = 30;

const useStyles = makeStyles({
  list: { display: 'contents', listStyleType: 'none' },
  item: { display: 'flex', minWidth: 0, maxWidth: '100%' },
});

/** The conditions in force. Each can be opened or removed. */
export function ActiveFilters({
  conditions,
  onOpen,
  onRemove,
}: {
  readonly conditions: readonly ConditionText[];
  readonly onOpen: (index: number) => void;
  readonly onRemove: (index: number) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show, hrefOf } = useView();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? conditions : conditions.slice(0, SHOWN);
  return (
    <>
      {/* Without the explicit role, some browsers do not treat an unstyled list as a list. */}
      <ul role="list" aria-label={t.activeFilters} className={styles.list}>
        {shown.map(({ parts, short, customer, full }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- where one is removed, its button is the next one's, and so is the focus
          <li key={index} className={styles.item}>
            <Chip
              parts={parts}
              title={full}
              openLabel={t.edit({ condition: short })}
              onOpen={() => onOpen(index)}
              removeLabel={t.remove({ what: short })}
              onRemove={() => onRemove(index)}
            >
              {customer !== null && (
                <CustomerLink
                  name={parts.find(({ isData }) => isData)?.text ?? customer}
                  target={{
                    href: hrefOf(withCustomer(view, customer)),
                    open: () => show(withCustomer(view, customer)),
                  }}
                />
              )}
            </Chip>
          </li>
        ))}
      </ul>
      {shown.length < conditions.length && (
        <Button appearance="subtle" onClick={() => setShowsAll(true)}>
          {t.showMore({ count: format.count(conditions.length - shown.length) })}
        </Button>
      )}
    </>
  );
}
