import { tryAgainWhileBusy } from '../shared/try-again';
import { GatewayFailure } from './gateway-failure';

/** A phone on a bad line is better told than kept waiting. */
const TIMEOUT_MS = 15_000;

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Makes a request, again while the server has too much to do, and reads a JSON object.
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
  let timeout = AbortSignal.timeout(timeoutMs);
  const send = () => {
    timeout = AbortSignal.timeout(timeoutMs);
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
    return fetch(url, { ...request, signal: either, redirect: 'error', cache: 'no-store' });
  };
  let response: Response;
  let text: string;
  try {
    response = await tryAgainWhileBusy(send, { random: Math.random, pause: pauseUntil(signal) });
    text = await response.text();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new GatewayFailure(timeout.aborted ? 'timeout' : 'unreachable', { cause });
  }
  if (response.status === 429 || response.status === 503) throw new GatewayFailure('busy');
  const json = parseObject(text);
  if (!json) throw new GatewayFailure('malformed-reply');
  return { status: response.status, json };
}

function pauseUntil(signal: AbortSignal | undefined): (milliseconds: number) => Promise<void> {
  return (milliseconds) =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', end);
        resolve();
      }, milliseconds);
      if (signal?.aborted) end();
      else signal?.addEventListener('abort', end, { once: true });
    });
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
