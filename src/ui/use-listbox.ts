import { useState, type AriaAttributes } from 'react';
import { optionId } from './listbox.tsx';

/** The state of a combobox's list; null where it is closed. */
type OpenList = { readonly active: number | null };

/** The list of a combobox's field, and the attributes that the field needs for it. */
export function useListbox(id: string): {
  readonly listId: string;
  readonly list: OpenList | null;
  /** The attributes for the field with the role `combobox`. */
  readonly fieldProps: AriaAttributes & { readonly role: 'combobox' };
  /** Opens the list, or moves within it, to an option or, with null, to none. */
  readonly openAt: (active: number | null) => void;
  readonly close: () => void;
} {
  const [list, setList] = useState<OpenList | null>(null);
  const listId = `${id}-list`;
  const active = list?.active ?? null;
  return {
    listId,
    list,
    fieldProps: {
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': list !== null,
      'aria-controls': list === null ? undefined : listId,
      'aria-activedescendant': active === null ? undefined : optionId(listId, active),
    },
    openAt: (next) => setList({ active: next }),
    close: () => setList(null),
  };
}
