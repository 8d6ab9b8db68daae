import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { FollowEnvironment } from '@/components/following/follow-environment';
import { backOffMs } from '@/components/following/poll-timing';
import { wait } from '@/components/following/wait';

/**
 * Fetches what the image says, again and again while the network is at fault.
 * @returns null when the server has none to give (any more), or when `signal` was aborted
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
      // The network is at fault, or the answer was cut short: worth another try, as is a fault of the server.
    }
    await wait(environment, backOffMs(failures, environment.random), signal);
  }
  return null;
}

function isCredentials(body: unknown): body is ActivationCredentials {
  return typeof body === 'object' && body !== null && 'activationType' in body && 'blackAndWhite' in body;
}
