import { useState } from 'react';

type Draft<T> = {
  readonly text: string;
  /** The value in force when the person began to type. */
  readonly of: T;
  /** The values that the text has asked for since then, in order, each with its text. */
  readonly asked: readonly { readonly value: T; readonly text: string }[];
};

export type TextDraft<T> = {
  /** The text that the person has typed; null where the field shows the value in force. */
  readonly text: string | null;
  /** The field has asked for exactly this text, but its value is not in force yet. */
  readonly isAsked: boolean;
  /** The person has changed the text. `value` is given where the text asks for a value at once. */
  readonly type: (text: string, value?: T) => void;
  /** Asks for a value with a text, by default the text in the field. The text stays until the value is in force. */
  readonly ask: (value: T, text?: string) => void;
  /** Drops the text: the field shows the value in force again. */
  readonly drop: () => void;
};

/**
 * The text in a field that shows and changes a value in force. A new value may be in force only some time after it was
 * asked for. The text belongs to the person: it stays as long as the value in force is the one when they began, or one
 * that this field asked for. It goes when another value is put in force, for instance by the back button.
 *
 * @param inForce the value in force, comparable with `===`
 */
export function useDraft<T extends string | null>(inForce: T): TextDraft<T> {
  const [kept, setKept] = useState<Draft<T> | null>(null);
  const draft = followed(kept, inForce);
  // The draft follows from the value in force now. It is stored, because that value may come back later.
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

/** The part of a draft that is left when a value is in force. */
function followed<T>(draft: Draft<T> | null, inForce: T): Draft<T> | null {
  if (draft === null || draft.of === inForce) return draft;
  const place = draft.asked.findIndex(({ value }) => value === inForce);
  const answered = draft.asked[place];
  // Either another value was put in force, or this one answers the whole text.
  if (answered === undefined || answered.text === draft.text) return null;
  return { ...draft, of: inForce, asked: draft.asked.slice(place + 1) };
}
