'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { inBackground } from '@/components/site/feedback/perform';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { browserEnvironment } from '@/components/site/following/browser-environment';
import { showsImage } from './shows-image';
import type { FollowEnvironment } from '@/components/site/following/follow-environment';
import { onSignedOut } from '@/components/site/following/signed-out-elsewhere';
import { backOffMs } from '@/components/site/following/poll-timing';
import { wait } from '@/components/site/following/wait';

/**
 * The activation credentials, held in memory only and no longer than they may be shown. They are dropped when the state
 * moves on, when the user leaves the page and when another tab signs out. They stay hidden until the server has confirmed
 * the state, as when the browser restores the page.
 * @param isWithheld whether the page hides them for reasons of its own: the time is over, or the user is cancelling
 */
export function useCredentials(status: ActivationStatus, isWithheld: boolean): ActivationCredentials | null {
  const [credentials, setCredentials] = useState<ActivationCredentials | null>(null);
  const [statusWhenLeft, setStatusWhenLeft] = useState<ActivationStatus | null>(null);
  const mayShow = showsImage(status.state, status.activationType) && !isWithheld && status !== statusWhenLeft;
  const imageState = mayShow ? status.state : null;

  useEffect(() => {
    if (imageState === null) return undefined;
    const asking = new AbortController();
    inBackground(
      fetchCredentials(browserEnvironment, status.id, asking.signal).then((answer) => {
        if (!asking.signal.aborted) setCredentials(answer);
        return answer;
      }),
    );
    return () => {
      asking.abort();
      setCredentials(null);
    };
  }, [status.id, imageState]);

  useEffect(() => {
    // Flushed at once, because the browser may freeze the page in its back/forward cache after this event.
    const leave = (): void => flushSync(() => setStatusWhenLeft(status));
    window.addEventListener('pagehide', leave);
    const stopHearing = onSignedOut(leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      stopHearing();
    };
  }, [status]);

  return mayShow ? credentials : null;
}

/**
 * Fetches the activation credentials. Network failures and server errors are retried with back-off.
 * @returns null when the server has none to give, or when `signal` was aborted
 */
export async function fetchCredentials(
  environment: Pick<FollowEnvironment, 'fetch' | 'setTimer' | 'random'>,
  id: string,
  signal: AbortSignal,
): Promise<ActivationCredentials | null> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      const response = await environment.fetch(`/api/activations/${encodeURIComponent(id)}/credentials`, signal);
      const body: unknown = response.ok ? await response.json() : null;
      if (isCredentials(body)) return body;
      if (response.status >= 400 && response.status < 500 && response.status !== 429) return null;
    } catch {
      // A network failure or a truncated response: retried, like a server error.
    }
    await wait(environment, backOffMs(failures, environment.random), signal);
  }
  return null;
}

function isCredentials(body: unknown): body is ActivationCredentials {
  return typeof body === 'object' && body !== null && 'activationType' in body && 'blackAndWhite' in body;
}
