import type { CompiledTree } from '#ui/language.ts';
import { packOf } from './pack.ts';

const files = import.meta.glob<CompiledTree>('/src/**/*texts.ar.ts', { eager: true, import: 'messages' });

/** Arabic. */
export const pack = packOf('ar', files);
