import 'server-only';
import { notFound } from 'next/navigation';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';

/** Decodes the user ID in a path; answers 404 for a malformed one. @param segment percent-encoded */
export function userIdFrom(segment: string): string {
  const userId = decoded(segment);
  return userId !== null && userId.length <= MAXIMUM_USER_ID_LENGTH ? userId : notFound();
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
