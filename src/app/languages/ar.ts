import type { CompiledTree } from '#ui/language.ts';
import { isolatedPack } from './isolated.ts';
import { packOf } from './pack.ts';

const files = import.meta.glob<CompiledTree>('/src/**/*texts.ar.ts', { eager: true, import: 'messages' });

/** Arabic. */
export const pack = isolatedPack(packOf('ar', files));
