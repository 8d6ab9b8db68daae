/**
 * Calls `work` with a signal that aborts after so many milliseconds, or with `signal` if that is earlier, and settles
 * like it. In place of `AbortSignal.any([signal, AbortSignal.timeout(milliseconds)])`, which references both weakly:
 * Node.js 20 collects the timer, and nothing aborts.
 * @param work also gets a function that returns whether the time is over
 */
export async function withDeadline<Value>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (either: AbortSignal, isOver: () => boolean) => Promise<Value>,
): Promise<Value> {
  const either = new AbortController();
  const over = new DOMException(`not done within ${milliseconds} ms`, 'TimeoutError');
  const timer = setTimeout(() => either.abort(over), milliseconds);
  const abort = (): void => either.abort(signal?.reason);
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  try {
    return await work(either.signal, () => either.signal.reason === over);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
