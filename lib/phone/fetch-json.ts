import { retryAfterMs } from '../shared/async/retry';
import { parseJsonObject, type JsonObject } from '../shared/json-object';
import { GatewayFailure } from './gateway-failure';

/** A phone on a bad line is better told than kept waiting. */
const TIMEOUT_MS = 15_000;

/**
 * Makes a request, once, and reads a JSON object.
 * @param timeoutMs how long the answer may take
 * @throws GatewayFailure when there is no answer, or none that is a JSON object
 * @throws the signal's reason when the caller gives up
 */
export async function fetchJson(
  url: string,
  request: RequestInit,
  signal?: AbortSignal,
  timeoutMs = TIMEOUT_MS,
): Promise<{ status: number; json: JsonObject }> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...request, signal: either, redirect: 'error', cache: 'no-store' });
    text = await response.text();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new GatewayFailure(timeout.aborted ? 'timeout' : 'unreachable', { cause });
  }
  const { status, headers } = response;
  if (status === 429 || status === 503) throw new GatewayFailure('busy', { retryAfterMs: retryAfterMs(headers) });
  const json = parseJsonObject(text);
  if (!json) throw new GatewayFailure('malformed-reply');
  return { status, json };
}
