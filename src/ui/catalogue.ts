import type { GetICUArgs } from '@schummar/icu-type-parser';
import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import { useLocalization, type CompiledTree, type Localization } from './language.ts';

/** Messages by name, in ICU MessageFormat. The names may be in groups. */
export type MessageTree = { readonly [name: string]: string | MessageTree };

/** What a message needs: a number for each plural, a text for every other argument. */
type Arguments<M extends string> = GetICUArgs<
  M,
  { ICUNumberArgument: number; ICUDateArgument: never; ICUArgument: string }
>;

type Text<M extends string> = keyof Arguments<M> extends never ? string : (values: Arguments<M>) => string;

/** The texts that messages make: a string, or a function where the message has arguments. */
type Texts<M> = {
  readonly [K in keyof M]: M[K] extends string ? Text<M[K]> : Texts<M[K]>;
};

/** The texts of one part of the app, as it is written in English. */
export type Catalogue<M extends MessageTree = MessageTree> = {
  /** The name of the file below `src`, without its ending: the other languages' files have it too. */
  readonly name: string;
  readonly english: M;
};

/** What a catalogue's `useTexts` gives. */
export type TextsOf<C extends Catalogue> = Texts<C['english']>;

/** The messages of another language: one for each English message. */
export type Translation<C extends Catalogue> = Translated<C['english']>;
type Translated<M> = { readonly [K in keyof M]: M[K] extends string ? string : Translated<M[K]> };

/**
 * The English texts of one part of the app, in ICU MessageFormat. The build compiles each message
 * (`deploy/build/icu-messages.ts`), so each is one literal. The same messages in another language are in the file beside
 * it that is named for the language: `texts.de.ts` beside `texts.ts`.
 */
export function defineTexts<const M extends MessageTree>(name: string, english: M): Catalogue<M> {
  return { name, english };
}

/** The rules for numbers and plurals. Making one is slow, so each is made once. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
}

/** Numbers are written as the person's locale writes them, but the grammar is that of the language of the texts. */
function formattersFor({ language, locale }: Localization): FormatOptions['formatters'] {
  return {
    getNumberFormat: () => kept(numberFormats, locale, () => new Intl.NumberFormat(locale)),
    getPluralRules: () => kept(pluralRules, language, () => new Intl.PluralRules(language)),
    getDateTimeFormat() {
      throw new Error('A message gets a date as a text: see format.ts.');
    },
  };
}

/** Whether a node of a tree is a message and not a group. */
export function isMessage(node: CompiledMessage | CompiledTree): node is CompiledMessage {
  return typeof node === 'string' || Array.isArray(node);
}

function textsOfTree(tree: CompiledTree, localization: Localization): unknown {
  const options = { formatters: formattersFor(localization) };
  const textsOf = (node: CompiledTree): unknown =>
    Object.fromEntries(
      Object.entries(node).map(([name, message]) => {
        if (!isMessage(message)) return [name, textsOf(message)];
        if (typeof message === 'string') return [name, message];
        return [
          name,
          (values: Readonly<Record<string, string | number>>) =>
            format(message, localization.locale, values, options),
        ];
      }),
    );
  return textsOf(tree);
}

const made = new WeakMap<Localization, Map<Catalogue, unknown>>();

/** A catalogue's texts as a localization has them; English where its language has no such file. */
export function textsIn<M extends MessageTree>(
  catalogue: Catalogue<M>,
  localization: Localization,
): Texts<M> {
  let texts = made.get(localization);
  if (texts === undefined) {
    texts = new Map();
    made.set(localization, texts);
  }
  let found = texts.get(catalogue);
  if (found === undefined) {
    const { name, english } = catalogue;
    // The build has compiled the messages.
    const compiled: CompiledTree = english;
    found = textsOfTree(localization.messagesOf?.(name, compiled) ?? compiled, localization);
    texts.set(catalogue, found);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the compiler holds translations to the same names
  return found as Texts<M>;
}

/** A catalogue's texts in the person's language. */
export function useTexts<M extends MessageTree>(catalogue: Catalogue<M>): Texts<M> {
  return textsIn(catalogue, useLocalization());
}
