import { AsyncLocalStorage } from 'node:async_hooks';
import { isProgrammingError } from '../../shared/is-programming-error';
import { processSingleton } from '../../shared/async/process-singleton';

/**
 * Progress of a request that Next.js parses before the application sees it.
 * @property refusedWith set by a page that refuses itself
 * @property refusal set while the page of that refusal is rendered in its place
 * @property keepsPage set by an action whose answer a page has to show, and could not show again
 * @property isUnavailable set when something outside of this process failed, such as the database: asking again may help
 */
export type RequestScope = {
  hasReachedApplication: boolean;
  refusedWith?: 403 | 404 | null;
  refusal?: 403 | 404;
  keepsPage?: true;
  isUnavailable?: true;
};

/** The program and the application do not share modules, only the global object. */
const scopes = processSingleton('request-scope', () => new AsyncLocalStorage<RequestScope>());

/** Runs a request's handler in a scope of its own. */
export function inRequestScope<Value>(scope: RequestScope, answer: () => Value): Value {
  return scopes.run(scope, answer);
}

/** The current request's scope; null outside of one. */
export function requestScope(): RequestScope | null {
  return scopes.getStore() ?? null;
}

/** Notes that the current request failed, and whether by a fault of this program, which asking again would not mend. */
export function noteFailure(error: unknown): void {
  const scope = requestScope();
  if (scope?.hasReachedApplication === true && !isProgrammingError(error)) scope.isUnavailable = true;
}
