import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { LoadBoundary } from './load-boundary';

/**
 * Nothing else waits for the part, and nothing else is lost when the network is gone before it came. `next/dynamic`
 * would bring 3 KB of its own.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const inTime = lazyPart(load);
  return function Later(props) {
    const [Part, setPart] = useState(() => inTime);
    return (
      // A lazy component keeps its failure, so a retry needs another one.
      <LoadBoundary onRetry={() => setPart(() => lazyPart(load))}>
        <Suspense>
          <Part {...props} />
        </Suspense>
      </LoadBoundary>
    );
  };
}

function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}
