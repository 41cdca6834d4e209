import { createTableAnswers } from './answers.ts';
import { mergeParts } from './merge.ts';
import { createPartBuilder, transferablesOf } from './part.ts';
import type { Tools } from './serve.ts';
import { createTableStore } from './store/table-store.ts';

/** What a worker of the engine works with, but for its network. */
export const tools: Omit<Tools, 'fetch'> = {
  createPartBuilder,
  transferablesOf,
  mergeParts,
  createTableAnswers,
  createTableStore,
};
