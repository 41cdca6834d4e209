import type { CompiledMessage } from 'icu-minify/format';
import { isMessage } from '#ui/catalogue.ts';
import type { CompiledTree } from '#ui/language.ts';

/** What stands in place of a part of a message: a text, a number of a plural, or an argument by its name. */
export type ChangePart = (part: unknown) => readonly unknown[];

/** The parts of a compiled message, each changed, also those of the choices in it. */
export function changedParts(parts: readonly unknown[], change: ChangePart): unknown[] {
  return parts.flatMap((part) => {
    if (!Array.isArray(part)) return change(part);
    const [name, kind, choices] = part as readonly unknown[];
    if (typeof choices !== 'object' || choices === null) return change(part);
    const entries = Object.entries(choices).map(([choice, chosen]: [string, unknown]): [string, unknown] => [
      choice,
      changedParts(Array.isArray(chosen) ? chosen : [chosen], change),
    ]);
    return [[name, kind, Object.fromEntries(entries)]];
  });
}

/** A tree of messages, each changed. */
export function changedTree(
  tree: CompiledTree,
  change: (message: CompiledMessage) => CompiledMessage,
): CompiledTree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, node]): [string, CompiledMessage | CompiledTree] => [
      name,
      isMessage(node) ? change(node) : changedTree(node, change),
    ]),
  );
}
