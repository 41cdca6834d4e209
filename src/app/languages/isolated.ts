import type { CompiledMessage } from 'icu-minify/format';
import type { LanguagePack } from '#app/localization.ts';
import { changedParts, changedTree, type ChangePart } from './changed-messages.ts';

// The characters of Unicode around a part of a text that has the direction of its own letters.
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** An argument that is a text; the number of a plural is none, and neither is a text of the message itself. */
const isolatedPart: ChangePart = (part) =>
  Array.isArray(part) && part.length === 1 ? [FIRST_STRONG_ISOLATE, part, POP_DIRECTIONAL_ISOLATE] : [part];

function isolatedMessage(message: CompiledMessage): CompiledMessage {
  if (typeof message === 'string') return message;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each part is of the kind that it was
  return changedParts(message, isolatedPart) as unknown as CompiledMessage;
}

/**
 * A pack of a language that is written from right to left. An argument of a message, such as a customer's name, a date
 * or an id, is in letters of any direction: it has its own direction and does not reorder what is around it.
 */
export function isolatedPack({ messagesOf }: LanguagePack): LanguagePack {
  return {
    messagesOf: (name, english) => {
      const messages = messagesOf(name, english);
      return messages && changedTree(messages, isolatedMessage);
    },
  };
}
