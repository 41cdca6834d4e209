import { Combobox, ComboboxItem, ComboboxList, useComboboxStore } from '@ariakit/react/combobox';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { fieldLook, focusedFieldLook } from '#ui/field-look.ts';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Member } from '#engine/engine.ts';
import type { Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { useMembers } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { focusGroup } from '#ui/keep-focus.ts';
import { useTexts } from '#ui/catalogue.ts';
import { activeOptionLook, useListLook } from '#ui/list-look.ts';
import { OptionContent } from '#ui/option-content.tsx';
import { useView } from '#view/use-view.ts';
import { Chip } from './chip.tsx';
import { shownValues, withId, type ConditionWords } from './condition-text.ts';
import { dialogTexts } from './dialog-texts.ts';
import { texts } from './texts.ts';

// These are more than a person scrolls through, but few enough to be drawn after every key.
const MOST_OPTIONS = 100;

// So many chips are shown for a condition that may hold thousands of values; the rest is counted.
const MOST_CHIPS = 20;

const NO_MEMBERS: readonly Member[] = [];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  input: {
    ...fieldLook,
    width: '100%',
    height: '2rem',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '0.75rem',
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
    ':focus': focusedFieldLook,
  },
  // The sizes are fixed, so that nothing moves under the pointer from one choice to the next.
  area: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    height: 'min(17.25rem, 32vh)',
    marginBlockStart: '0.25rem',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  list: { padding: '0.25rem', overflowY: 'auto' },
  option: { '&[data-active-item]': activeOptionLook },
  texts: {
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    columnGap: '0.75rem',
    '@media (max-width: 40em)': { flexDirection: 'column' },
  },
  value: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  totals: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  said: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    ':not(:empty)': { paddingBlock: '0.375rem', paddingInline: '0.75rem' },
  },
  chosen: {
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'start',
    alignItems: 'center',
    gap: '0.375rem',
    height: '3.75rem',
    margin: 0,
    marginBlockStart: '0.5rem',
    padding: 0,
    listStyleType: 'none',
    overflowY: 'auto',
  },
  item: { display: 'flex', minWidth: 0, maxWidth: '100%' },
  none: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/**
 * Chooses several values of a field from those in the data, most sold first; a typed text narrows them.
 *
 * It is a combobox whose list has its place below it instead of over what follows: a person chooses several values one
 * after the other, and the button that applies them must stay in sight. For a screen reader it opens with the focus,
 * and closes when the focus leaves or on Escape.
 */
export function ValuePicker({
  id,
  field,
  chosen,
  customerName,
  onChange,
}: {
  /** The id of the text field, for its label. */
  readonly id: string;
  readonly field: Field;
  readonly chosen: readonly string[];
  readonly customerName: ConditionWords['customerName'];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const styles = useStyles();
  const look = useListLook();
  const t = useTexts(texts);
  const own = useTexts(dialogTexts);
  const format = useFormat();
  const { view } = useView();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { data, isPrevious, isFetching, answer } = useMembers(view, {
    field,
    containing: typed,
    limit: MOST_OPTIONS,
  });
  const members = data?.members ?? NO_MEMBERS;
  const more = data === undefined ? 0 : data.total - members.length;
  const list = useRef<HTMLDivElement>(null);

  const values = members.map(({ value }) => value);
  const labels = new Map(members.map(({ value, label }) => [value, label ?? null]));
  const options = shownValues({ field, values }, t, (id) => labels.get(id) ?? null);
  const chips = shownValues({ field, values: chosen.slice(0, MOST_CHIPS) }, t, customerName);
  // The id that distinguishes a customer from others of the same name.
  const titleOf = (value: string, shown: string): string =>
    field === 'customerTenantId' ? withId(shown, value, t) : shown;

  const chosenKeys = useMemo(() => new Set(chosen.map(foldCase)), [chosen]);
  const isExpanded = isOpen && members.length > 0;
  const isNarrowed = typed.trim() !== '';
  const listId = `${id}-list`;

  function type(text: string): void {
    setTyped(text);
    list.current?.scrollTo({ top: 0 });
  }

  function toggle(value: string): void {
    const key = foldCase(value);
    onChange(chosenKeys.has(key) ? chosen.filter((other) => foldCase(other) !== key) : [...chosen, value]);
    if (typed !== '') type('');
  }

  /**
   * The options may answer an earlier text. The first option for the present text is meant, which comes in a moment.
   */
  async function toggleFirst(): Promise<void> {
    // The question itself tells of a failure.
    const found = await answer().catch(() => null);
    const first = found?.members[0];
    if (first !== undefined) toggle(first.value);
  }

  const store = useComboboxStore<string[]>({
    open: isOpen,
    setOpen: setIsOpen,
    inputValue: typed,
    setInputValue: type,
    // The text is ours: it goes when a value is chosen by it, and at Escape.
    resetValueOnHide: false,
    selectedValue: values.filter((value) => chosenKeys.has(foldCase(value))),
    setSelectedValue(next) {
      const picked = values.find((value) => chosenKeys.has(foldCase(value)) !== next.includes(value));
      if (picked !== undefined) toggle(picked);
    },
  });

  function onKeyDown(event: KeyboardEvent): void {
    // These keys in an input method accept or cancel a character.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && isPrevious && isNarrowed) void toggleFirst();
    else if (event.key === 'Escape' && isOpen) {
      setIsOpen(false);
      setTyped('');
    } else return;
    // Enter must not send the form, and Escape must not close the dialog.
    event.preventDefault();
  }

  function said(): string {
    if (data === undefined) return isFetching ? own.loadingValues : own.valuesFailed;
    if (members.length === 0) return typed.trim() === '' ? own.noValues : own.noMatch;
    return more > 0 ? own.moreOptions({ count: format.count(more) }) : '';
  }

  return (
    <div {...focusGroup} className={styles.root}>
      <Combobox
        store={store}
        id={id}
        className={styles.input}
        // The first option is the one that Enter chooses, also when it has come later than the text.
        autoSelect={isNarrowed ? 'always' : false}
        aria-expanded={isExpanded}
        spellCheck={false}
        dir="auto"
        placeholder={own.chooseValues}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDownCapture={onKeyDown}
      />
      <div className={styles.area}>
        {members.length > 0 && (
          <ComboboxList
            ref={list}
            store={store}
            alwaysVisible
            id={listId}
            aria-label={own.values}
            aria-hidden={!isExpanded}
            className={styles.list}
            onMouseDown={(event) => {
              // The focus stays in the text field, or goes there.
              event.preventDefault();
              document.getElementById(id)?.focus();
            }}
          >
            {members.map(({ value, licensesSold, licensesDeployed }, index) => {
              const option = `${listId}-${index}`;
              return (
                <ComboboxItem
                  key={value}
                  id={option}
                  value={value}
                  resetValueOnSelect={false}
                  className={mergeClasses(look.option, styles.option)}
                  aria-labelledby={`${option}-value`}
                  aria-describedby={`${option}-totals`}
                >
                  <OptionContent
                    isMultiple
                    isChosen={chosenKeys.has(foldCase(value))}
                    name={
                      <span className={styles.texts}>
                        <bdi
                          id={`${option}-value`}
                          className={styles.value}
                          title={titleOf(value, options[index] ?? value)}
                        >
                          {options[index]}
                        </bdi>
                        {/* This is the option's description, so that its name is the value alone. */}
                        <span id={`${option}-totals`} aria-hidden className={styles.totals}>
                          {own.totals({
                            sold: format.count(licensesSold),
                            deployed: format.count(licensesDeployed),
                          })}
                        </span>
                      </span>
                    }
                  />
                </ComboboxItem>
              );
            })}
          </ComboboxList>
        )}
        <p role="status" className={styles.said}>
          {said()}
        </p>
      </div>
      {chosen.length === 0 ? (
        <p className={mergeClasses(styles.chosen, styles.none)}>{own.noneChosen}</p>
      ) : (
        <ul role="list" aria-label={own.chosenValues} className={styles.chosen}>
          {chips.map((shown, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- as in ActiveFilters: keeps the focus
            <li key={index} className={styles.item}>
              <Chip
                size="small"
                parts={[{ text: shown, isData: true }]}
                title={titleOf(chosen[index] ?? '', shown)}
                removeLabel={t.remove({ what: shown })}
                onRemove={() => onChange(chosen.filter((_, other) => other !== index))}
              />
            </li>
          ))}
          {chosen.length > MOST_CHIPS && (
            <li className={styles.none}>{t.more({ count: format.count(chosen.length - MOST_CHIPS) })}</li>
          )}
        </ul>
      )}
    </div>
  );
}
