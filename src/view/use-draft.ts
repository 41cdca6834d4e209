import { useState } from 'react';

type Draft<T> = {
  readonly text: string;
  /** The value in force that it is about. */
  readonly of: T;
  /** What was asked to be in force since then, in order, each with the text it was asked with. */
  readonly asked: readonly { readonly value: T; readonly text: string }[];
};

export type TextDraft<T> = {
  /** What the person has typed; null: the field shows what is in force. */
  readonly text: string | null;
  /** What is typed was asked for as it is, and is not in force yet. */
  readonly isAsked: boolean;
  /** The person changed the text; `value` is what it asks for, where that is asked for at once. */
  readonly type: (text: string, value?: T) => void;
  /** The text, by default the one that stands there, asks for a value. It stays until that is in force. */
  readonly ask: (value: T, text?: string) => void;
  /** The field shows what is in force again. */
  readonly drop: () => void;
};

/**
 * The text in a field that shows, and changes, a value in force, which may come some time after it was asked for. The
 * text is the person's: what they typed stays as long as the value in force is the one they began on, or one that this
 * field asked for. It ends where another value is put in force, as by the back button.
 *
 * @param inForce the value in force, comparable with `===`
 */
export function useDraft<T extends string | null>(inForce: T): TextDraft<T> {
  const [kept, setKept] = useState<Draft<T> | null>(null);
  const draft = followed(kept, inForce);
  // Derived from what is in force now; kept, for when that value comes back later.
  if (draft !== kept) setKept(draft);

  const asked = draft?.asked ?? [];
  return {
    text: draft?.text ?? null,
    isAsked: draft !== null && asked.at(-1)?.text === draft.text,
    type: (text, value) =>
      setKept({ text, of: inForce, asked: value === undefined ? asked : [...asked, { value, text }] }),
    ask: (value, text = draft?.text ?? '') =>
      setKept(value === inForce ? null : { text, of: inForce, asked: [...asked, { value, text }] }),
    drop: () => setKept(null),
  };
}

/** What is left of a draft once a value is in force. */
function followed<T>(draft: Draft<T> | null, inForce: T): Draft<T> | null {
  if (draft === null || draft.of === inForce) return draft;
  const place = draft.asked.findIndex(({ value }) => value === inForce);
  const answered = draft.asked[place];
  // Another value was put in force, or this one is all that the text asked for.
  if (answered === undefined || answered.text === draft.text) return null;
  return { ...draft, of: inForce, asked: draft.asked.slice(place + 1) };
}
