import { withDeadline } from '../shared/async/with-deadline';
import { retryAfterMs } from '../shared/async/retry';
import { parseJsonObject, type JsonObject } from '../shared/json-object';
import { GatewayFailure } from './gateway-failure';

/** On a bad line the user is better served by a message than by a longer wait. */
const TIMEOUT_MS = 15_000;

/**
 * Sends one request, without retries, and parses the answer as a JSON object.
 * @throws GatewayFailure when there is no answer, or it is not a JSON object
 * @throws the signal's reason when it aborts
 */
export async function fetchJson(
  url: string,
  request: RequestInit,
  signal?: AbortSignal,
  timeoutMs = TIMEOUT_MS,
): Promise<{ status: number; json: JsonObject }> {
  const [response, text] = await withDeadline(timeoutMs, signal, async (either, isOver) => {
    try {
      const answer = await fetch(url, { ...request, signal: either, redirect: 'error', cache: 'no-store' });
      return [answer, await answer.text()] as const;
    } catch (cause) {
      if (isOver()) throw new GatewayFailure('timeout', { cause });
      signal?.throwIfAborted();
      throw new GatewayFailure('unreachable', { cause });
    }
  });
  const { status, headers } = response;
  if (status === 429 || status === 503) throw new GatewayFailure('busy', { retryAfterMs: retryAfterMs(headers) });
  const json = parseJsonObject(text);
  if (!json) throw new GatewayFailure(status >= 500 ? 'failing' : 'malformed-reply');
  return { status, json };
}
