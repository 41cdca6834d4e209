import { makeStyles } from '@griffel/react';
import { FilterExpression } from '#features/filters/filter-expression.tsx';
import { SnapshotPickers } from '#features/snapshot/snapshot-pickers.tsx';
import { Button } from '#ui/button.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { Dialog } from '#ui/dialog.tsx';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  // There is room for the list of a field.
  content: { display: 'flex', flexDirection: 'column', rowGap: '0.75rem', minBlockSize: '24rem' },
  done: { marginBlockStart: 'auto', alignSelf: 'end' },
});

/** The sheet with what there is no room for on a phone: the snapshots and the filter as an expression. */
export function ViewOptions({
  isComparing,
  expression,
  onClose,
}: {
  readonly isComparing: boolean;
  /** The part of the filter's expression that the person wants to edit; null where they opened the sheet itself. */
  readonly expression: string | null;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  return (
    <Dialog heading={t.viewOptions} hasChanges={false} onClose={onClose}>
      <div className={styles.content}>
        <SnapshotPickers isComparing={isComparing} />
        <FilterExpression selected={expression} />
        <Button appearance="primary" className={styles.done} onClick={onClose}>
          {t.done}
        </Button>
      </div>
    </Dialog>
  );
}
