import type { LanguagePack } from '#app/localization.ts';
import type { Language, CompiledTree } from '#ui/language.ts';

/** A language whose messages are given by the path of their file: `/src/app/texts.de.ts`. */
export function packOf(language: Language, files: Readonly<Record<string, CompiledTree>>): LanguagePack {
  return { messagesOf: (name) => files[`/src/${name}.${language}.ts`] };
}
