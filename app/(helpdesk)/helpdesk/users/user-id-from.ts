import 'server-only';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { decodeSegment } from '@/lib/server/web/decode-segment';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

/** Decodes the user ID in a path; answers 404 for a malformed one. @param segment percent-encoded */
export function userIdFrom(segment: string): string {
  const userId = decodeSegment(segment);
  return userId !== null && userId.length <= MAXIMUM_USER_ID_LENGTH ? userId : refuseAsNotFound();
}
