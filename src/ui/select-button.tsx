import { makeStyles, mergeClasses } from '@griffel/react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Fetchable } from './fetched-part.tsx';
import { nowOpening } from './last-opened.ts';
import type { ListOption } from './list-option.ts';
import { PartFailed } from './part-failed.tsx';
import { SelectFace } from './select-face.tsx';
import { useSelectLook } from './select-look.ts';

/** A choice of one or of several options. */
export type SelectProps<T extends string> = {
  /** The id of the field. The label's own id is this one followed by `-label`. */
  readonly id: string;
  /** The text of what is chosen. */
  readonly face: string;
  readonly options: readonly ListOption<T>[];
  readonly chosen: readonly T[];
  readonly isMultiple?: boolean;
  readonly size?: 'small' | 'medium';
  /**
   * An option was chosen or, where there are several, removed. `opening` is the same object as long as the list stays
   * open.
   */
  readonly onPick: (value: T, opening: object) => void;
};

/** What a person has done with a select's button before the select itself came. */
export type Begun = {
  readonly hasFocus: boolean;
  /** The keys after the one that opens the list; null where the person has not opened it. */
  readonly keys: readonly string[] | null;
};

/** The module with the select itself. */
type SelectModule = {
  readonly Select: <T extends string>(props: SelectProps<T> & { readonly begun: Begun }) => ReactNode;
};

/** Fetches the select itself, for a part of a feature. */
export const loadSelect = (): Promise<SelectModule> => import('./select.tsx');

const useStyles = makeStyles({
  failed: {
    // It lies over what is below, so that nothing moves when it comes and goes.
    position: 'absolute',
    zIndex: 2,
    insetBlockStart: '100%',
    insetInlineStart: 0,
    inlineSize: 'max-content',
    maxInlineSize: '90vw',
  },
});

const OPENING_KEYS = ['Enter', ' ', 'ArrowDown', 'ArrowUp'];

/**
 * A select whose code is fetched when the pointer or the focus comes to it: the library that it is made with is too
 * large for the first figures. This button stands there until then. It does what a person must not miss: it looks and is
 * announced like the select, and keeps the keys that are pressed while the code is on its way. All other behaviour is
 * the select's.
 */
export function SelectButton<T extends string>({
  part,
  ...select
}: SelectProps<T> & {
  /** The part with `Select`. */
  readonly part: Fetchable<SelectModule>;
}) {
  const styles = useStyles();
  const look = useSelectLook();
  const [arrived, setArrived] = useState<SelectModule | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const [keys, setKeys] = useState<Begun['keys']>(null);
  // A press that ends on another element than it began on is no click, so the select waits for its end.
  const [isPressed, setIsPressed] = useState(false);
  /** How often in a row the select could not be fetched when the person wanted to open it. */
  const [failures, setFailures] = useState(0);

  if (arrived !== null && !isPressed) {
    return <arrived.Select {...select} begun={{ hasFocus, keys }} />;
  }

  const fetchSelect = (): Promise<void> => part.fetch().then(setArrived);
  // A failure is told where the list is to be opened.
  const prefetch = () => void fetchSelect().catch(() => undefined);

  function open(first: readonly string[] = []): void {
    nowOpening(() => {
      setKeys(null);
      setFailures(0);
    });
    setKeys(first);
    fetchSelect().catch(() => {
      setKeys(null);
      setFailures(failures + 1);
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isLetter = key.length === 1 && key !== ' ';
    if (key === 'Tab' || ctrlKey || metaKey) return;
    if (keys !== null) setKeys(key === 'Escape' ? null : [...keys, key]);
    else if (OPENING_KEYS.includes(key)) open();
    else if (isLetter && !altKey) open([key]);
    else return;
    event.preventDefault();
  }

  return (
    <div className={look.root}>
      <button
        type="button"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- it controls no list while it has none
        role="combobox"
        id={select.id}
        aria-haspopup="listbox"
        aria-expanded={false}
        className={mergeClasses(look.field, select.size === 'small' && look.small)}
        onPointerEnter={prefetch}
        onPointerDown={() => setIsPressed(true)}
        onPointerLeave={() => setIsPressed(false)}
        onPointerCancel={() => setIsPressed(false)}
        onFocus={() => {
          setHasFocus(true);
          prefetch();
        }}
        onBlur={() => {
          setHasFocus(false);
          setKeys(null);
        }}
        onClick={({ currentTarget }) => {
          setIsPressed(false);
          // Not every browser gives the focus to a button that is pressed.
          currentTarget.focus();
          if (keys === null) open();
          else setKeys(null);
        }}
        onKeyDown={onKeyDown}
      >
        <SelectFace text={select.face} isSmall={select.size === 'small'} />
      </button>
      {failures > 0 && keys === null && (
        <div className={styles.failed}>
          <PartFailed isMissing isTriedAgain={failures > 1} onRetry={() => open()} />
        </div>
      )}
    </div>
  );
}
