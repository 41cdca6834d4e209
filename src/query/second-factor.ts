import { useSyncExternalStore } from 'react';
import { useSource } from './source.ts';

/** Whether the service has said that it will refuse this sign-in, for it shows no second factor. */
export function useSecondFactorDue(): boolean {
  const { secondFactor } = useSource();
  return useSyncExternalStore(secondFactor.subscribe, secondFactor.isDue);
}
