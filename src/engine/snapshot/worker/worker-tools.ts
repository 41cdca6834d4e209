import { createTableAnswers } from '#engine/snapshot/answers/table-answers.ts';
import { mergeParts } from '#engine/snapshot/load/merge-parts.ts';
import { createPartBuilder, transferablesOf } from '#engine/snapshot/load/part-builder.ts';
import { createTableStore } from '#engine/snapshot/store/table-store.ts';
import type { Tools } from './serve.ts';

/** What a worker of the engine works with, but for its network. */
export const tools: Omit<Tools, 'fetch'> = {
  createPartBuilder,
  transferablesOf,
  mergeParts,
  createTableAnswers,
  createTableStore,
};
