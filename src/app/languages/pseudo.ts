import type { CompiledMessage } from 'icu-minify/format';
import type { LanguagePack } from '#app/localization.ts';
import { changedParts, changedTree, type ChangePart } from './changed-messages.ts';

const PLAIN = 'aceginorsuyzACEGINORSUYZ';
const ACCENTED = 'áçéğíñóŕšúýžÁÇÉĞÍÑÓŔŠÚÝŽ';

const accented = (text: string): string =>
  text.replaceAll(/[a-z]/giu, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);

/** Some languages need a third more space than English. */
const padding = (length: number): string => '~'.repeat(Math.ceil(length / 3));

const accentedPart: ChangePart = (part) => [typeof part === 'string' ? accented(part) : part];

/** A compiled message in the pseudo-language. */
export function pseudoMessage(message: CompiledMessage): CompiledMessage {
  if (typeof message === 'string') return `[${accented(message)}${padding(message.length)}]`;
  const texts = message.filter((part) => typeof part === 'string');
  const length = texts.join('').length + 4 * (message.length - texts.length);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each part is of the kind that it was
  return ['[', ...changedParts(message, accentedPart), `${padding(length)}]`] as CompiledMessage;
}

/** The pseudo-language, made from the English messages. */
export const pack: LanguagePack = { messagesOf: (_, english) => changedTree(english, pseudoMessage) };
