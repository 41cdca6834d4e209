import { Suspense, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { PartFailed } from './part-failed.tsx';

/** Code that is fetched by itself, and can be fetched anew after a failure. */
export type Fetchable<T> = {
  readonly fetch: () => Promise<T>;
  /** Gives the promise of the last fetch, the same one each time. */
  readonly read: () => Promise<T>;
  readonly hasFailed: () => boolean;
  readonly retries: () => number;
  readonly subscribe: (onRetry: () => void) => () => void;
  readonly awaited: () => () => void;
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
 * Stands in the place of a part. React may keep it there for up to 0.3 s after the code has come, and the screen is not
 * final until it goes: a dialog that opens later would take the next key.
 */
function Waiting({
  part,
  children,
}: {
  readonly part: Pick<Fetchable<unknown>, 'awaited'>;
  readonly children: ReactNode;
}) {
  useEffect(() => part.awaited(), [part]);
  return children;
}

/**
 * Shows what a part draws once its code has come. Where the code could not be fetched, or throws while it draws, a
 * message with a button to try again takes its place; the rest of the page goes on working.
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
  /** Is shown while the code is on its way. */
  readonly waiting?: ReactNode;
  /** When this value changes, the part is tried again. */
  readonly resetKey?: unknown;
  /** What the person can do without the part. */
  readonly advice?: string;
  /**
   * The same part also stands in another place, which has the message and the button; a try there is also a try here.
   */
  readonly isToldElsewhere?: boolean;
  readonly children: (arrived: T) => ReactNode;
}) {
  const [isTriedAgain, setIsTriedAgain] = useState(false);
  const retries = useSyncExternalStore(part.subscribe, part.retries);
  return (
    <ErrorBoundary
      resetKeys={[resetKey, retries]}
      // A new failure is told where the part is drawn.
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
      <Suspense fallback={<Waiting part={part}>{waiting}</Waiting>}>
        <Arrived part={part}>{children}</Arrived>
      </Suspense>
    </ErrorBoundary>
  );
}
