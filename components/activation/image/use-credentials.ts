'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { browserEnvironment } from '@/components/following/browser-environment';
import { fetchCredentials } from './fetch-credentials';
import { showsImage } from './shows-image';

/**
 * What the image says, for as long as it may be shown, and in memory only: gone when the state moves on, when the page
 * is left, and after a return until the server has said that it still holds.
 * @param isWithheld the page has its own reason not to show it: the time is over, or the person is cancelling
 */
export function useCredentials(status: ActivationStatus, isWithheld: boolean): ActivationCredentials | null {
  const [credentials, setCredentials] = useState<ActivationCredentials | null>(null);
  const [statusWhenLeft, setStatusWhenLeft] = useState<ActivationStatus | null>(null);
  const mayShow = showsImage(status.state, status.activationType) && !isWithheld && status !== statusWhenLeft;
  const shown = mayShow ? status.state : null;

  useEffect(() => {
    if (shown === null) return undefined;
    const asking = new AbortController();
    void fetchCredentials(browserEnvironment, status.id, asking.signal).then((answer) => {
      if (!asking.signal.aborted) setCredentials(answer);
      return answer;
    });
    return () => {
      asking.abort();
      setCredentials(null);
    };
  }, [status.id, shown]);

  useEffect(() => {
    // Flushed at once: the browser may keep the page as it stands after this event.
    const leave = (): void => flushSync(() => setStatusWhenLeft(status));
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [status]);

  return mayShow ? credentials : null;
}
