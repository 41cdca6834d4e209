const GROUP = 'data-focus-group';

/** Spread on an element whose controls come and go: one that goes leaves the focus to the one before it. */
export const focusGroup = { [GROUP]: '' } as const;

/** Where the focus goes where a control has gone: to a neighbour within a group, else to the region itself. */
const HOMES = `[${GROUP}], dialog, nav, section[aria-label], main`;

const CONTROLS = 'a[href], button, input, select, textarea, summary';

/** An element around a control, from the inside out, with the controls of a group in their order. */
type Home = { readonly element: HTMLElement; readonly controls: readonly HTMLElement[] };

/** What has the focus, and where it goes once that is not there any more. */
type Place = { readonly element: HTMLElement; readonly homes: readonly Home[] };

function placeOf(element: HTMLElement): Place {
  const homes: Home[] = [];
  let home = element.closest<HTMLElement>(HOMES);
  while (home !== null) {
    const controls = home.hasAttribute(GROUP) ? [...home.querySelectorAll<HTMLElement>(CONTROLS)] : [];
    homes.push({ element: home, controls });
    home = home.parentElement?.closest<HTMLElement>(HOMES) ?? null;
  }
  return { element, homes };
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled, [hidden] *, [hidden], [inert] *');
}

/** A region takes the focus only from here, so it is focusable only as long as it has it. */
function enter(region: HTMLElement): void {
  if (!region.hasAttribute('tabindex')) {
    region.tabIndex = -1;
    region.addEventListener('blur', () => region.removeAttribute('tabindex'), { once: true });
  }
  region.focus({ preventScroll: true });
}

function goOnFrom({ element, homes }: Place): void {
  for (const home of homes) {
    if (!isThere(home.element)) continue;
    const index = home.controls.indexOf(element);
    const neighbour = [...home.controls.slice(0, index).toReversed(), ...home.controls.slice(index + 1)].find(
      isThere,
    );
    if (neighbour !== undefined) neighbour.focus({ preventScroll: true });
    else if (!home.element.hasAttribute(GROUP)) enter(home.element);
    else continue;
    return;
  }
  const main = document.querySelector('main');
  if (main !== null) enter(main);
}

/**
 * From now on the focus does not fall to the page where what has it is taken away, disabled or hidden: whoever uses the
 * keyboard, or hears the page, would have to begin at its top again. This is the one place that decides where the focus
 * goes then. A part that puts it elsewhere itself, as it goes, is not overruled.
 */
export function keepFocus(): void {
  let place: Place | null = null;
  document.addEventListener('focusin', ({ target }) => {
    place = target instanceof HTMLElement ? placeOf(target) : null;
  });
  // Whoever presses beside all controls has left the one they were at.
  document.addEventListener(
    'pointerup',
    () => {
      if (document.activeElement === document.body) place = null;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (place === null || isThere(place.element)) return;
    const left = place;
    place = null;
    goOnFrom(left);
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'inert'],
  });
}
