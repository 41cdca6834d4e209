import type { CompiledMessage } from 'icu-minify/format';
import type { LanguagePack } from '#app/localization.ts';
import { isMessage } from '#ui/catalogue.ts';
import type { CompiledTree } from '#ui/language.ts';

const PLAIN = 'aceginorsuyzACEGINORSUYZ';
const ACCENTED = 'áçéğíñóŕšúýžÁÇÉĞÍÑÓŔŠÚÝŽ';

const accented = (text: string): string =>
  text.replaceAll(/[a-z]/giu, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);

/** Some languages need a third more space than English. */
const padding = (length: number): string => '~'.repeat(Math.ceil(length / 3));

/** A part of a compiled message: a text, an argument by its name, or a choice among messages. */
function pseudoPart(part: unknown): unknown {
  if (typeof part === 'string') return accented(part);
  if (!Array.isArray(part)) return part;
  const [name, kind, choices] = part as readonly unknown[];
  if (typeof choices !== 'object' || choices === null) return part;
  const entries = Object.entries(choices).map(([choice, chosen]: [string, unknown]): [string, unknown] => [
    choice,
    Array.isArray(chosen) ? chosen.map(pseudoPart) : pseudoPart(chosen),
  ]);
  return [name, kind, Object.fromEntries(entries)];
}

/** A compiled message in the pseudo-language. */
export function pseudoMessage(message: CompiledMessage): CompiledMessage {
  if (typeof message === 'string') return `[${accented(message)}${padding(message.length)}]`;
  const texts = message.filter((part) => typeof part === 'string');
  const length = texts.join('').length + 4 * (message.length - texts.length);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each part is of the kind that it was
  return ['[', ...message.map(pseudoPart), `${padding(length)}]`] as CompiledMessage;
}

function pseudoTree(tree: CompiledTree): CompiledTree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, message]) => [
      name,
      isMessage(message) ? pseudoMessage(message) : pseudoTree(message),
    ]),
  );
}

/** The pseudo-language, made from the English messages. */
export const pack: LanguagePack = { messagesOf: (_, english) => pseudoTree(english) };
