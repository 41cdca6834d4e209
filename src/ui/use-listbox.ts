import { useState, type AriaAttributes } from 'react';
import { optionId, type ListRoom } from './listbox.tsx';

const HIGHEST = 400;
const MARGIN = 8;

/** The list is below its field where a handful of options fits there, or more than above it. */
function roomAround(field: HTMLElement): ListRoom {
  const { top, bottom } = field.getBoundingClientRect();
  const below = window.innerHeight - bottom - MARGIN;
  const above = top - MARGIN;
  const side = below >= HIGHEST || below >= above ? 'below' : 'above';
  return { side, height: Math.min(HIGHEST, Math.max(below, above)) };
}

/** The state of a combobox's list; null where it is closed. `opening` is the same object until it closes. */
type OpenList = { readonly active: number | null; readonly room: ListRoom; readonly opening: object };

/** The list of a combobox's field, and the attributes that the field needs for it. */
export function useListbox(id: string): {
  readonly listId: string;
  readonly list: OpenList | null;
  /** The attributes for the field with the role `combobox`. */
  readonly fieldProps: AriaAttributes & { readonly role: 'combobox' };
  /** Opens the list at its field, or moves within it, to an option or, with null, to none. */
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
