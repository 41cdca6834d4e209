import type { CompiledTree } from '#ui/language.ts';
import { packOf } from './pack.ts';

const files = import.meta.glob<CompiledTree>('/src/**/*texts.ja.ts', { eager: true, import: 'messages' });

/** Japanese. */
export const pack = packOf('ja', files);
