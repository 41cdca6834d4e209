import type { CompiledMessage } from 'icu-minify/format';
import type { LanguagePack } from '#app/localization.ts';
import { isMessage } from '#ui/catalogue.ts';
import type { CompiledTree } from '#ui/language.ts';

// The characters of Unicode around a part of a text that has the direction of its own letters.
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** A part of a compiled message: a text, an argument by its name, or a choice among messages. */
function isolatedPart(part: unknown): readonly unknown[] {
  if (!Array.isArray(part)) return [part];
  const [name, kind, choices] = part as readonly unknown[];
  if (kind === undefined) return [FIRST_STRONG_ISOLATE, part, POP_DIRECTIONAL_ISOLATE];
  if (typeof choices !== 'object' || choices === null) return [part];
  const entries = Object.entries(choices).map(([choice, chosen]: [string, unknown]): [string, unknown] => [
    choice,
    Array.isArray(chosen) ? chosen.flatMap(isolatedPart) : chosen,
  ]);
  return [[name, kind, Object.fromEntries(entries)]];
}

function isolatedTree(tree: CompiledTree): CompiledTree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, message]): [string, CompiledMessage | CompiledTree] => {
      if (!isMessage(message)) return [name, isolatedTree(message)];
      if (typeof message === 'string') return [name, message];
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each part is of the kind that it was
      return [name, message.flatMap(isolatedPart) as unknown as CompiledMessage];
    }),
  );
}

/**
 * A pack of a language that is written from right to left. An argument of a message, such as a customer's name, a date
 * or an id, is in letters of any direction: it has its own direction and does not reorder what is around it.
 */
export function isolatedPack({ messagesOf }: LanguagePack): LanguagePack {
  return {
    messagesOf: (name, english) => {
      const messages = messagesOf(name, english);
      return messages && isolatedTree(messages);
    },
  };
}
