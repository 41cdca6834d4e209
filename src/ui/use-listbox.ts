import { useState, type AriaAttributes } from 'react';
import { optionId, type ListRoom } from './listbox.tsx';

const HIGHEST = 400;
const MARGIN = 8;

/** Below a field while a handful of options fits there, or more does than above it. */
function roomAround(field: HTMLElement): ListRoom {
  const { top, bottom } = field.getBoundingClientRect();
  const below = window.innerHeight - bottom - MARGIN;
  const above = top - MARGIN;
  const side = below >= HIGHEST || below >= above ? 'below' : 'above';
  return { side, height: Math.min(HIGHEST, Math.max(below, above)) };
}

/** What the list of a combobox is at. Null: it is closed. `opening` is the same object until it is. */
type OpenList = { readonly active: number | null; readonly room: ListRoom; readonly opening: object };

/** The list that belongs to a combobox's field, and what the field has to say of it. */
export function useListbox(id: string): {
  readonly listId: string;
  readonly list: OpenList | null;
  /** For the field with the role `combobox`. */
  readonly fieldProps: AriaAttributes & { readonly role: 'combobox' };
  /** Opens it at its field, or goes on in it, to an option or, with null, to none. */
  readonly openAt: (field: HTMLElement, active: number | null) => void;
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
    openAt: (field, next) =>
      setList({ active: next, room: list?.room ?? roomAround(field), opening: list?.opening ?? {} }),
    close: () => setList(null),
  };
}
