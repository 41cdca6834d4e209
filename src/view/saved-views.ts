import * as z from 'zod/mini';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { type AddressProblem, parseView, printView } from './address.ts';
import { jsonOf, startOf, type SavedView, type SavedViews } from './saved-views-entry.ts';
import type { View } from './view.ts';

/** The most saved views: more than a person can look through in a list, but little for a browser to store. */
export const MOST_SAVED_VIEWS = 500;
/** In characters. */
export const LONGEST_NAME = 100;
export const LONGEST_DESCRIPTION = 1000;
/** In characters: servers answer links of this length. */
const LONGEST_ADDRESS = 65_536;

/** The name and the description that a person gives to a view. */
export type SavedViewTexts = Pick<SavedView, 'name' | 'description'>;

/** Can a view with this name be added: is there room for it, and is the name not blank? */
export function canSave({ views }: SavedViews, name: string): boolean {
  return name.trim() !== '' && views.length < MOST_SAVED_VIEWS;
}

/** Saves a view behind the others. A name that another view already has gets a number. */
export function saveView(saved: SavedViews, id: string, texts: SavedViewTexts, view: View): SavedViews {
  if (!canSave(saved, texts.name)) return saved;
  const added: SavedView = { id, ...textsFor(saved.views, texts), address: printView(view) };
  return { ...saved, views: [...saved.views, added] };
}

/** Gives a saved view another name or description. A blank name changes nothing. */
export function renameView(saved: SavedViews, id: string, texts: SavedViewTexts): SavedViews {
  if (texts.name.trim() === '') return saved;
  const others = saved.views.filter((view) => view.id !== id);
  return {
    ...saved,
    views: saved.views.map((view) => (view.id === id ? { ...view, ...textsFor(others, texts) } : view)),
  };
}

/** Puts a copy of a saved view right behind it. */
export function duplicateView(saved: SavedViews, id: string, copyId: string): SavedViews {
  if (saved.views.length >= MOST_SAVED_VIEWS) return saved;
  const views = saved.views.flatMap((view) =>
    view.id === id ? [view, { ...view, ...textsFor(saved.views, view), id: copyId }] : [view],
  );
  return { ...saved, views };
}

/** What is needed to bring a deleted view back. */
export type DeletedView = { readonly view: SavedView; readonly place: number; readonly wasStart: boolean };

/** Deletes a saved view; null where there is none with that id. */
export function deleteView(
  saved: SavedViews,
  id: string,
): { readonly saved: SavedViews; readonly deleted: DeletedView } | null {
  const place = saved.views.findIndex((view) => view.id === id);
  const view = saved.views[place];
  if (view === undefined) return null;
  const wasStart = saved.startId === id;
  const views = saved.views.filter((other) => other !== view);
  return {
    saved: { views, startId: wasStart ? null : saved.startId },
    deleted: { view, place, wasStart },
  };
}

/** Brings a deleted view back to its place, whatever else has changed since then. */
export function restoreView(saved: SavedViews, { view, place, wasStart }: DeletedView): SavedViews {
  if (saved.views.some(({ id }) => id === view.id) || saved.views.length >= MOST_SAVED_VIEWS) return saved;
  const restored = { ...view, ...textsFor(saved.views, view) };
  return {
    views: saved.views.toSpliced(place, 0, restored),
    startId: wasStart ? (saved.startId ?? view.id) : saved.startId,
  };
}

/** Makes a saved view the one that the app opens with; with null, no saved view is. */
export function withStart(saved: SavedViews, startId: string | null): SavedViews {
  return saved.views.some(({ id }) => id === startId) ? { ...saved, startId } : { ...saved, startId: null };
}

/** The saved views that have each word of a text in their name or description, letter case and accents ignored. */
export function searchViews({ views }: SavedViews, text: string): readonly SavedView[] {
  const words = plain(text).split(/\s+/u).filter(Boolean);
  return views.filter(({ name, description }) => {
    const searched = plain(`${name} ${description}`);
    return words.every((word) => searched.includes(word));
  });
}

function plain(text: string): string {
  return foldCase(text.normalize('NFKD').replaceAll(/\p{M}/gu, ''));
}

// A person can read the text of the file, and a program can check it by this name.
const FORMAT = 'license-lens-saved-views';

const fileOfViews = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  views: z.array(
    z.object({
      name: z.string().check(z.maxLength(LONGEST_NAME), z.regex(/\S/u)),
      description: z.optional(z.string().check(z.maxLength(LONGEST_DESCRIPTION))),
      address: z.string().check(z.maxLength(LONGEST_ADDRESS)),
      isStart: z.optional(z.boolean()),
    }),
  ),
});

/** The saved views as the text of a JSON file. */
export function exportViews({ views, startId }: SavedViews): string {
  const exported: z.infer<typeof fileOfViews> = {
    format: FORMAT,
    version: 1,
    views: views.map(({ id, name, description, address }) => ({
      name,
      ...(description === '' ? {} : { description }),
      address,
      ...(id === startId ? { isStart: true } : {}),
    })),
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}

/** A part of an imported view's address that does not apply. */
export type ImportProblem = { readonly name: string; readonly problem: AddressProblem };

/** The result of an import; null where the text is no file of saved views. */
export type Imported = {
  readonly saved: SavedViews;
  /**
   * The number of views that were added. A view that was there already, with the same name and address, is not added
   * again.
   */
  readonly added: number;
  /** The number of views for which there was no more room. */
  readonly left: number;
  readonly problems: readonly ImportProblem[];
} | null;

/**
 * Adds the views of a file to those that are there. Each address is checked like that of a link: the parts that can be
 * read apply, and each other part is a problem. A name that another view already has gets a number. A start that was
 * chosen before stays.
 */
export function importViews(saved: SavedViews, text: string, newId: () => string): Imported {
  const file = fileOfViews.safeParse(jsonOf(text));
  if (!file.success) return null;
  const views = [...saved.views];
  let startId = startOf(saved)?.id ?? null;
  let left = 0;
  const problems: ImportProblem[] = [];
  const identityOf = (name: string, address: string): string => JSON.stringify([foldCase(name), address]);
  const known = new Set(views.map(({ name, address }) => identityOf(name, address)));
  for (const { name, description = '', address: written, isStart = false } of file.data.views) {
    const parsed = parseView(queryOf(written));
    const address = printView(parsed.view);
    const identity = identityOf(name.trim(), address);
    if (known.has(identity)) continue;
    if (views.length >= MOST_SAVED_VIEWS) {
      left += 1;
      continue;
    }
    known.add(identity);
    problems.push(...parsed.problems.map((problem) => ({ name: name.trim(), problem })));
    const view: SavedView = { id: newId(), ...textsFor(views, { name, description }), address };
    views.push(view);
    if (isStart) startId ??= view.id;
  }
  return { saved: { views, startId }, added: views.length - saved.views.length, left, problems };
}

/** The address in a file may be a whole link. */
function queryOf(address: string): string {
  const [withoutHash = ''] = address.split('#');
  const mark = withoutHash.indexOf('?');
  return mark === -1 ? withoutHash : withoutHash.slice(mark + 1);
}

/** The texts in the form in which they are saved: without space around them, and with a name that no other view has. */
function textsFor(others: readonly SavedView[], { name, description }: SavedViewTexts): SavedViewTexts {
  const taken = new Set(others.map((view) => foldCase(view.name)));
  const plainName = shortened(name.trim(), LONGEST_NAME);
  let free = plainName;
  for (let number = 2; taken.has(foldCase(free)); number += 1) {
    const ending = ` (${number})`;
    free = shortened(plainName, LONGEST_NAME - ending.length) + ending;
  }
  return { name: free, description: shortened(description.trim(), LONGEST_DESCRIPTION) };
}

/**
 * At most so many characters of a text; no character is cut in two. Half a character, which some programs make, becomes
 * U+FFFD.
 */
function shortened(text: string, most: number): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd();
}
