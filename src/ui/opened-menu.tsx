import { Menu, MenuList, MenuPopover } from '@fluentui/react-menu';
import { useRef, type ComponentProps, type ReactNode } from 'react';
import type { OpenMenu } from './menu-button.tsx';

/**
 * The open menu of a `MenuButton`. The focus goes into it, and back to the button unless an item has moved it
 * elsewhere.
 */
export function OpenedMenu({
  button,
  onClose,
  children,
  ...choices
}: OpenMenu &
  Pick<ComponentProps<typeof Menu>, 'checkedValues' | 'onCheckedValueChange'> & {
    /** The items of the menu. */
    readonly children: ReactNode;
  }) {
  const popover = useRef<HTMLDivElement>(null);
  return (
    <Menu
      {...choices}
      open
      positioning={{ target: button, position: 'below', align: 'start' }}
      onOpenChange={(_, { open, type, event }) => {
        // The button itself opens and closes the menu.
        const isOnButton = event.target instanceof Node && button.contains(event.target);
        if (open || (type === 'clickOutside' && isOnButton)) return;
        // Escape and Tab leave the menu from here; Tab then goes to what comes after the button.
        const isWithin = popover.current?.contains(document.activeElement) === true;
        if (isWithin || type === 'menuPopoverKeyDown') button.focus();
        onClose();
      }}
    >
      <MenuPopover
        // This is a function: Fluent's types accept no ref object for this element under `exactOptionalPropertyTypes`.
        ref={(element: HTMLDivElement | null) => {
          popover.current = element;
        }}
      >
        <MenuList aria-labelledby={button.id}>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
