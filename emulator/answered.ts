import type { ServerResponse } from 'node:http';
import { Hono } from 'hono';

export type Answered = {
  /** `GET` and `DELETE /`: show how many answers had which status, and begin the count anew. */
  readonly routes: Hono;
  /** Counts a response after it was sent. */
  readonly count: (response: ServerResponse) => void;
};

/** Counts the endpoint's answers: so a test can tell that no request was refused on the way. */
export function createAnswered(): Answered {
  const counts = new Map<number, number>();
  const routes = new Hono()
    .get('/', (c) => c.json(Object.fromEntries(counts)))
    .delete('/', (c) => {
      counts.clear();
      return c.body(null, 204);
    });
  return {
    routes,
    count: (response) => {
      response.once('finish', () => {
        const { statusCode } = response;
        counts.set(statusCode, (counts.get(statusCode) ?? 0) + 1);
      });
    },
  };
}
