import { requestScope } from '../observability/request-scope';

/** Has the server answer with the page of a refusal in place of the one that is being rendered; see `whole-refusals.ts`. */
export function refusePageWith(status: 403 | 404): void {
  const scope = requestScope();
  if (scope) scope.refusedWith = status;
}

/** The refusal whose page is being rendered in place of another; null for none. */
export function shownRefusal(): 403 | 404 | null {
  return requestScope()?.refusal ?? null;
}

/**
 * For an action whose answer has what its page shows this one time: a page of another build is not loaded anew for what the
 * action has changed; see `kept-page.ts`.
 */
export function keepPage(): void {
  const scope = requestScope();
  if (scope) scope.keepsPage = true;
}
