import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Part } from '#query/part.ts';
import { useUnfinished } from '#query/use-unfinished.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { PartFailed } from '#ui/part-failed.tsx';
import { useView } from '#view/use-view.ts';

/**
 * Stands in the place of a part that is not there yet. React can hold a part back after its code has come, so the page
 * counts as unfinished until this is removed.
 */
export function Awaited() {
  useUnfinished(true);
  return null;
}

/** A part that throws is replaced by its own error until the view changes; the rest of the page goes on working. */
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

/** A part of the page that is fetched by itself and fails by itself. */
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
