import { serve } from './serve.ts';
import { tools } from './worker-tools.ts';

serve(self, { ...tools, fetch: (input, init) => fetch(input, init) });
