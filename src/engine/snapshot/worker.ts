import { createTableAnswers } from './answers.ts';
import { mergeParts } from './merge.ts';
import { createPartBuilder, transferablesOf } from './part.ts';
import { serve } from './serve.ts';
import { createTableStore } from './store/table-store.ts';

serve(self, {
  fetch: (input, init) => fetch(input, init),
  createPartBuilder,
  transferablesOf,
  mergeParts,
  createTableAnswers,
  createTableStore,
});
