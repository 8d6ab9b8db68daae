'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { FailureMark } from './activation/failed-screen';
import { PhoneScreen } from './phone-screen';

/**
 * Screens that are loaded when they are first needed. They may be out of reach then: when the network has gone before the
 * app was kept for a time without one, or when the website has a newer version of them.
 * @param load imports them; the same function each time
 */
export function LoadedScreens<Module extends object>({
  load,
  onClose,
  children,
}: {
  load: () => Promise<Module>;
  onClose: () => void;
  children: (loaded: Module) => ReactNode;
}) {
  const [loaded, setLoaded] = useState<Module | 'loading' | 'failed'>('loading');

  useEffect(() => {
    if (loaded !== 'loading') return undefined;
    let isGone = false;
    const show = (result: Module | 'failed') => {
      if (!isGone) setLoaded(result);
    };
    load().then(show, () => show('failed'));
    return () => {
      isGone = true;
    };
  }, [load, loaded]);

  if (loaded === 'loading') return <PhoneScreen key="loading" title="One moment" />;
  if (loaded !== 'failed') return children(loaded);
  return (
    <PhoneScreen
      key="failed"
      title="This screen could not be loaded"
      lead="It is not kept on this phone yet. Check that this phone is online and try again. If that does not help, close the app and open it again."
      back={onClose}
      actions={
        <>
          <Button variant="primary" onClick={() => setLoaded('loading')}>
            Try again
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}
