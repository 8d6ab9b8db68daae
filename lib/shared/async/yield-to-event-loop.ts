/**
 * Resolves when everybody else who waits in this process has had a turn. Long work made of many short steps needs it: the
 * embedded database answers without ever leaving the turn.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
