import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Keeps the sessions, codes and refresh tokens of the sign-in provider in this process's memory. */
export function createMemoryAdapter(): AdapterFactory {
  const entries = new Map<string, { readonly payload: AdapterPayload; readonly expiresAt: number }>();

  const alive = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry !== undefined && entry.expiresAt > Date.now()) return entry.payload;
    entries.delete(key);
    return undefined;
  };

  return (model): Adapter => {
    const keyOf = (id: string): string => `${model}:${id}`;
    const keys = (): string[] => [...entries.keys()].filter((key) => key.startsWith(keyOf('')));
    const where = (test: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      keys()
        .map(alive)
        .find((payload) => payload !== undefined && test(payload));
    return {
      upsert: async (id, payload, expiresIn = Infinity) => {
        entries.set(keyOf(id), { payload, expiresAt: Date.now() + expiresIn * 1_000 });
      },
      find: async (id) => alive(keyOf(id)),
      findByUid: async (uid) => where((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => where((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = alive(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      destroy: async (id) => {
        entries.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const key of keys()) if (alive(key)?.grantId === grantId) entries.delete(key);
      },
    };
  };
}
