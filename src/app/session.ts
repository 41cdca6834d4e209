import { createContext, use } from 'react';
import type { Session } from '#auth/session.ts';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext;

/** @throws Error where the component is not within a `SessionProvider`, which is a mistake in the composition */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('No SessionProvider stands above this part of the page.');
  return session;
}
