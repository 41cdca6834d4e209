import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useMemo, useState, type SubmitEvent } from 'react';
import { fieldNamed } from '#partner-center/fields.ts';
import { conditionsOf, tenantsIn, type MembersCondition } from '#partner-center/filter/conditions.ts';
import { Dialog } from '#ui/dialog.tsx';
import { useCustomerNames } from '#query/use-customer-names.ts';
import { useMemberFieldNames } from '#ui/field-names.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { Select } from '#ui/select.tsx';
import { withFilter } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { conditionText } from './condition-text.ts';
import { dialogTexts } from './dialog-texts.ts';
import { texts } from './texts.ts';
import { ValuePicker } from './value-picker.tsx';
import { extendedCondition, withCondition } from './with-condition.ts';

const OPERATORS = ['is', 'isNot'] as const;

const NEW_CONDITION: MembersCondition = { kind: 'members', field: 'productName', operator: 'is', values: [] };

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '0.75rem' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '0.75rem' },
  control: { display: 'flex', flexDirection: 'column', gap: '0.25rem', minWidth: 0 },
  wide: { flexGrow: 1, flexBasis: '11.25rem' },
  narrow: { flexBasis: '6.875rem' },
  actions: { display: 'flex', justifyContent: 'end', columnGap: '0.5rem' },
  hint: {
    margin: 0,
    minHeight: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/**
 * Builds one condition from a field, an operator and values of the data: a new one where `index` is null, otherwise the
 * one at that index of the view's conditions. `withCondition` says what a new condition adds to one that is there.
 */
export function ConditionDialog({
  index,
  onClose,
}: {
  readonly index: number | null;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const own = useTexts(dialogTexts);
  const fieldNames = useMemberFieldNames();
  const format = useFormat();
  const id = useId();
  const { view, show } = useView();
  const begun = useMemo((): MembersCondition => {
    const edited = index === null ? undefined : conditionsOf(view.filter)[index];
    return edited?.kind === 'members' ? edited : NEW_CONDITION;
  }, [view.filter, index]);
  const [condition, setCondition] = useState(begun);
  const { field, operator, values } = condition;
  const extended = index === null ? extendedCondition(view.filter, condition)?.condition : undefined;
  const customerName = useCustomerNames(
    view,
    tenantsIn(extended === undefined ? [condition] : [condition, extended]),
  );
  // The fields are in the order of the page's rows.
  const fields = Object.keys(fieldNames).flatMap((name) => fieldNamed(name) ?? []);

  function apply(event: SubmitEvent): void {
    event.preventDefault();
    if (values.length === 0) return;
    show(withFilter(view, withCondition(view.filter, condition, index)));
    onClose();
  }

  return (
    <Dialog
      heading={index === null ? t.addFilter : own.editFilter}
      // A new condition without values has no effect yet.
      hasChanges={index === null ? values.length > 0 : !isSame(condition, begun)}
      onClose={onClose}
    >
      <form onSubmit={apply} className={styles.content}>
        <div className={styles.line}>
          <div className={mergeClasses(styles.control, styles.wide)}>
            <label id={`${id}-field-label`} htmlFor={`${id}-field`}>
              {own.field}
            </label>
            <Select
              id={`${id}-field`}
              face={fieldNames[field]}
              options={fields.map((name) => ({ value: name, name: fieldNames[name] }))}
              chosen={[field]}
              onPick={(next) => {
                // The values of one field have no meaning in another.
                if (next !== field) setCondition({ ...condition, field: next, values: [] });
              }}
            />
          </div>
          <div className={mergeClasses(styles.control, styles.narrow)}>
            <label id={`${id}-operator-label`} htmlFor={`${id}-operator`}>
              {own.operator}
            </label>
            <Select
              id={`${id}-operator`}
              face={own.operators[operator]}
              options={OPERATORS.map((name) => ({ value: name, name: own.operators[name] }))}
              chosen={[operator]}
              onPick={(next) => setCondition({ ...condition, operator: next })}
            />
          </div>
        </div>
        <div className={styles.control}>
          <label htmlFor={`${id}-values`}>{own.values}</label>
          <ValuePicker
            // A text that was typed for one field must not narrow the values of another.
            key={field}
            id={`${id}-values`}
            field={field}
            chosen={values}
            customerName={customerName}
            onChange={(next) => setCondition({ ...condition, values: next })}
          />
        </div>
        {/* This element is always there, so that nothing moves when it gets a text. */}
        <p className={styles.hint}>
          {extended !== undefined && (
            <bdi>
              {own.extends({
                condition: conditionText(extended, { t, fieldNames, format, customerName }).short,
              })}
            </bdi>
          )}
        </p>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabled={values.length === 0}>
            {own.apply}
          </Button>
          <Button onClick={onClose}>{own.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function isSame(a: MembersCondition, b: MembersCondition): boolean {
  const hasEqualValues =
    a.values.length === b.values.length && a.values.every((value, index) => value === b.values[index]);
  return a.field === b.field && a.operator === b.operator && hasEqualValues;
}
