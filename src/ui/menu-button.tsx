import { Button } from './button.tsx';
import { useId, useState, type JSX, type ReactNode } from 'react';
import type { Fetchable } from './fetched-part.tsx';
import { nowOpening } from './last-opened.ts';
import { PartFailed } from './part-failed.tsx';

/** The button that a menu belongs to and gets its name from, and the function that closes the menu. */
export type OpenMenu = { readonly button: HTMLElement; readonly onClose: () => void };

/**
 * A button with a menu whose code is fetched when the pointer or the focus comes to the button, or at the latest when
 * it is pressed: menus are large, and in most visits none is opened.
 */
export function MenuButton<Part>({
  label,
  title,
  icon,
  part,
  failedClass,
  children,
}: {
  readonly label: string;
  /** The title of the icon under the pointer. Without it, the label stands beside the icon. */
  readonly title?: string;
  readonly icon: JSX.Element;
  /** The part with the menu. */
  readonly part: Fetchable<Part>;
  /** The class of the message that the menu could not be fetched. */
  readonly failedClass?: string;
  /** Gives the menu, an `OpenedMenu`, from the part that has come. */
  readonly children: (part: Part, menu: OpenMenu) => ReactNode;
}) {
  /** The button while the menu is open. */
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const [menu, setMenu] = useState<{ readonly arrived: Part } | null>(null);
  /** How often in a row the menu could not be fetched when the person wanted to open it. */
  const [failures, setFailures] = useState(0);
  const id = useId();

  const fetchMenu = (): Promise<void> => part.fetch().then((arrived) => setMenu({ arrived }));
  // A failure is told where the menu is to be opened.
  const prefetch = () => void fetchMenu().catch(() => undefined);

  function open(button: HTMLElement): void {
    nowOpening(() => {
      setOpener(null);
      setFailures(0);
    });
    setOpener(button);
    fetchMenu().then(
      () => setFailures(0),
      () => {
        setOpener(null);
        setFailures(failures + 1);
      },
    );
  }

  return (
    <>
      <Button
        id={id}
        appearance="subtle"
        icon={icon}
        aria-label={label}
        title={title}
        aria-haspopup="menu"
        aria-expanded={opener !== null}
        onPointerEnter={prefetch}
        onFocus={prefetch}
        onClick={({ currentTarget }) => {
          if (opener === null) open(currentTarget);
          else setOpener(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || opener !== null) return;
          event.preventDefault();
          event.currentTarget.click();
        }}
      >
        {title === undefined && label}
      </Button>
      {opener !== null &&
        menu !== null &&
        children(menu.arrived, { button: opener, onClose: () => setOpener(null) })}
      {failures > 0 && opener === null && (
        <div className={failedClass}>
          <PartFailed
            isMissing
            isTriedAgain={failures > 1}
            onRetry={() => {
              const button = document.getElementById(id);
              if (button !== null) open(button);
            }}
          />
        </div>
      )}
    </>
  );
}
