import { AsyncLocalStorage } from 'node:async_hooks';
import { processSingleton } from '../shared/async/process-singleton';

/** What has become of a request that Next.js has to read before the application can. */
export type RequestScope = { hasReachedApplication: boolean };

/** The program and the application that it serves do not share modules, only the global object. */
const scopes = processSingleton('request-scope', () => new AsyncLocalStorage<RequestScope>());

/** Runs what answers a request, which then has a scope of its own. */
export function inRequestScope<Value>(scope: RequestScope, answer: () => Value): Value {
  return scopes.run(scope, answer);
}

/** That of the request that is being answered; null outside of one that has a scope. */
export function requestScope(): RequestScope | null {
  return scopes.getStore() ?? null;
}
