import { ComboboxItem, ComboboxList, ComboboxSelect, useComboboxStore } from '@ariakit/react/combobox';
import { useStoreState } from '@ariakit/react/store';
import { mergeClasses } from '@griffel/react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { OptionContent } from './option-content.tsx';
import { anchorOf, asPopover, atAnchor, keepFocus, useListLook } from './list-look.ts';
import type { Begun, SelectProps } from './select-button.tsx';
import { SelectFace } from './select-face.tsx';
import { useSelectLook } from './select-look.ts';

const NOT_BEGUN: Begun = { hasFocus: false, keys: null };

/**
 * A field that shows the choice and opens a list to choose from. A list for several choices stays open while a person
 * chooses. Roles, states and keys are Ariakit's; the list is a popover of the browser, which also finds its place.
 */
export function Select<T extends string>({
  id,
  face,
  options,
  chosen,
  isMultiple = false,
  size = 'medium',
  begun = NOT_BEGUN,
  onPick,
}: SelectProps<T> & { readonly begun?: Begun }) {
  const look = useSelectLook();
  const listLook = useListLook();
  const [isOpen, setIsOpen] = useState(begun.keys !== null);
  const [opening, setOpening] = useState({});
  /** Keys that were pressed before the list was there. */
  const keys = useRef(begun.keys ?? []);
  const button = useRef<HTMLButtonElement>(null);

  function open(now: boolean): void {
    setIsOpen(now);
    // Each opening is another object.
    if (now) setOpening({});
  }

  const store = useComboboxStore<string | string[]>({
    open: isOpen,
    setOpen: open,
    selectedValue: isMultiple ? [...chosen] : (chosen[0] ?? ''),
    setSelectedValue(next) {
      const before: readonly string[] = chosen;
      const after = typeof next === 'string' ? [next] : next;
      const picked = options.find(({ value }) =>
        isMultiple ? before.includes(value) !== after.includes(value) : after.includes(value),
      );
      if (picked !== undefined) onPick(picked.value, opening);
    },
  });
  const isListThere = useStoreState(store, ({ items }) => items.length > 0);

  // The keys go the same way as those that a person presses now.
  useEffect(() => {
    if (!isListThere) return;
    const pressed = keys.current;
    keys.current = [];
    for (const key of pressed)
      button.current?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, [isListThere]);

  function onKeyDown(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (!isOpen) {
      // A letter opens the list and leads to the first option that begins with it.
      if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return;
      open(true);
      keys.current = [key];
    } else if (key === 'Tab') {
      const { activeId } = store.getState();
      if (!isMultiple && activeId != null) store.item(activeId)?.element?.click();
      return;
    } else if (key === 'Escape' || (key === 'ArrowUp' && altKey)) open(false);
    else return;
    // Escape must not close a dialog around the field.
    event.preventDefault();
  }

  return (
    <div className={look.root}>
      <ComboboxSelect
        ref={button}
        store={store}
        id={id}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that it takes the place of had the focus
        autoFocus={begun.hasFocus}
        moveOnKeyDown={false}
        className={mergeClasses(look.field, size === 'small' && look.small)}
        style={anchorOf(id)}
        // The library hands each key on to the active option, from where it would reach a dialog around the field.
        onKeyDownCapture={onKeyDown}
        onBlur={() => open(false)}
      >
        <SelectFace text={face} isSmall={size === 'small'} />
      </ComboboxSelect>
      {isOpen && (
        <ComboboxList
          store={store}
          alwaysVisible
          id={`${id}-list`}
          aria-labelledby={`${id}-label`}
          {...asPopover}
          style={atAnchor(id)}
          className={listLook.list}
          onMouseDown={keepFocus}
        >
          {options.map(({ value, name, aside }) => (
            <ComboboxItem
              key={value}
              value={value}
              className={mergeClasses(listLook.option, listLook.active)}
            >
              <OptionContent
                name={name}
                aside={aside}
                isMultiple={isMultiple}
                isChosen={chosen.includes(value)}
              />
            </ComboboxItem>
          ))}
        </ComboboxList>
      )}
    </div>
  );
}
