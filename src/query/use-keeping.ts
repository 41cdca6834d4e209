import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { StorageRefused, type Refusal } from '#engine/snapshot/store/storage-refused.ts';
import { useSource } from './source.ts';

/** What the browser keeps of the account's snapshots between visits, with the person's consent. */
export type Keeping = {
  /** undefined while it is not known yet. */
  readonly isAllowed: boolean | undefined;
  /** Bytes on this machine's disk. */
  readonly bytes: number;
  /** Allows the keeping, and keeps what is loaded now. */
  readonly allow: () => void;
  /** Takes the consent back and deletes what is kept. */
  readonly withdraw: () => void;
  readonly isWorking: boolean;
  /** The reason why the last wish was not carried out. */
  readonly refusal: Refusal | null;
};

function refusalOf(error: unknown): Refusal | null {
  if (error === null) return null;
  return error instanceof StorageRefused ? error.reason : 'failed';
}

/** The keeping of snapshots for the account. */
export function useKeeping(): Keeping {
  const { accountId, keeping } = useSource();
  const client = useQueryClient();
  const queryKey = [accountId, 'keeping'];
  const state = useQuery({
    queryKey,
    queryFn: async () => ({ isAllowed: await keeping.isAllowed(), bytes: await keeping.storedBytes() }),
    staleTime: 0,
  });
  const onSettled = () => client.invalidateQueries({ queryKey });
  const allow = useMutation({ mutationFn: keeping.allow, onSettled });
  const withdraw = useMutation({ mutationFn: keeping.withdraw, onSettled });
  return {
    isAllowed: state.data?.isAllowed,
    bytes: state.data?.bytes ?? 0,
    allow: () => {
      withdraw.reset();
      allow.mutate();
    },
    withdraw: () => {
      allow.reset();
      withdraw.mutate();
    },
    isWorking: allow.isPending || withdraw.isPending,
    refusal: refusalOf(allow.error ?? withdraw.error),
  };
}
