import type { CompiledTree } from '#ui/language.ts';
import { packOf } from './pack.ts';

const files = import.meta.glob<CompiledTree>('/src/**/*texts.de.ts', { eager: true, import: 'messages' });

/** German. */
export const pack = packOf('de', files);
