import type { FollowEnvironment } from './follow-environment';

/** Resolves early, without rejecting, when aborted. */
export function wait(
  { setTimer }: Pick<FollowEnvironment, 'setTimer'>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      cancelTimer();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const cancelTimer = setTimer(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
  });
}
