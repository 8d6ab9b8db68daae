import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { refusePageWith } from '../composition/request-answer';

/**
 * Answers 404, in words that do not say whether the page exists for somebody else. Not by `notFound` alone, whose page is
 * empty until scripts run: the server answers with a whole one.
 */
export function refuseAsNotFound(): never {
  refusePageWith(404);
  return notFound();
}

/** Answers 403, in the same way. */
export function refuseAsForbidden(): never {
  refusePageWith(403);
  return forbidden();
}
