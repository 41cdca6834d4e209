import { useEffect, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { unfinished } from '#query/busy.ts';
import type { Part } from '#query/part.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { PartFailed } from '#ui/part-failed.tsx';
import { useView } from '#view/use-view.ts';

/**
 * Stands in for a part that is not there yet. React can hold a part back after its code has come,
 * so the page counts as unfinished until this is taken away.
 */
export function Awaited() {
  useEffect(() => {
    let arrived: () => void = () => undefined;
    void unfinished(
      new Promise<null>((resolve) => {
        arrived = () => resolve(null);
      }),
    );
    return () => arrived();
  }, []);
  return null;
}

/** What throws within is replaced by its own error, until the view is another; the rest of the page works on. */
export function Guard({ children }: { readonly children: ReactNode }) {
  const { view } = useView();
  return (
    <ErrorBoundary
      resetKeys={[view]}
      fallbackRender={({ resetErrorBoundary }) => (
        <PartFailed isMissing={false} isTriedAgain={false} onRetry={resetErrorBoundary} />
      )}
    >
      {children}
    </ErrorBoundary>
  );
}

/** A part of the page that fails alone and is fetched alone. */
export function Place<T>({
  className,
  part,
  children,
}: {
  readonly className: string;
  readonly part: Part<T>;
  readonly children: (arrived: T) => ReactNode;
}) {
  const { view } = useView();
  return (
    <div className={className}>
      <FetchedPart part={part} waiting={<Awaited />} resetKey={view}>
        {children}
      </FetchedPart>
    </div>
  );
}
