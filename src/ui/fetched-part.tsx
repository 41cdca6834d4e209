import { Suspense, use, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { PartFailed } from './part-failed.tsx';

/** Code that is fetched by itself, and can be fetched anew where that failed. */
export type Fetchable<T> = {
  readonly fetch: () => Promise<T>;
  /** Of the last fetch: the same promise each time. */
  readonly read: () => Promise<T>;
  readonly hasFailed: () => boolean;
  readonly retries: () => number;
  readonly subscribe: (onRetry: () => void) => () => void;
};

function Arrived<T>({
  part,
  children,
}: {
  readonly part: Fetchable<T>;
  readonly children: (arrived: T) => ReactNode;
}) {
  return children(use(part.read()));
}

/**
 * Shows what a part draws once its code has come. Where that could not be fetched, or throws while it draws, this is said
 * in its place, with the way to try again; the rest of the page works on.
 */
export function FetchedPart<T>({
  part,
  waiting = null,
  resetKey,
  advice,
  isToldElsewhere = false,
  children,
}: {
  readonly part: Fetchable<T>;
  /** Stands there while the code is on its way. */
  readonly waiting?: ReactNode;
  /** With each change of it it is tried again. */
  readonly resetKey?: unknown;
  /** What can be done without the part. */
  readonly advice?: string;
  /** The same part stands in another place as well, which says where it could not be fetched; a try there is one here. */
  readonly isToldElsewhere?: boolean;
  readonly children: (arrived: T) => ReactNode;
}) {
  const [isTriedAgain, setIsTriedAgain] = useState(false);
  const retries = useSyncExternalStore(part.subscribe, part.retries);
  return (
    <ErrorBoundary
      resetKeys={[resetKey, retries]}
      // Where it fails again, that is told where it is drawn.
      onReset={() => void part.fetch().catch(() => undefined)}
      fallbackRender={({ resetErrorBoundary }) =>
        isToldElsewhere && part.hasFailed() ? null : (
          <PartFailed
            isMissing={part.hasFailed()}
            isTriedAgain={isTriedAgain}
            advice={advice}
            onRetry={() => {
              setIsTriedAgain(true);
              resetErrorBoundary();
            }}
          />
        )
      }
    >
      <Suspense fallback={waiting}>
        <Arrived part={part}>{children}</Arrived>
      </Suspense>
    </ErrorBoundary>
  );
}
