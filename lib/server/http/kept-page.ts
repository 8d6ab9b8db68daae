import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestScope } from '../observability/request-scope';
import { PAGE_BUILD_HEADER } from '../../shared/page-build';

/** By which Next.js has a page ask for itself anew, after an action that changed something or wrote a cookie. */
const REVALIDATED = 'x-action-revalidated';

/**
 * Lets a page that shows what an action answers stay as it is where it is of another build: asked for anew, it would be loaded
 * whole, and what it shows this one time would be gone.
 * @param scope says by `keepsPage` that the answer is such a one
 * @param buildId of the site that answers
 */
export function keepPageOfAnotherBuild(
  { headers }: IncomingMessage,
  response: ServerResponse,
  scope: RequestScope,
  buildId: string,
): void {
  if (headers[PAGE_BUILD_HEADER] === buildId) return;
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    if (scope.keepsPage) response.removeHeader(REVALIDATED);
    return writeHead(...args);
  };
}
