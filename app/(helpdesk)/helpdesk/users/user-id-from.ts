import 'server-only';
import { notFound } from 'next/navigation';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';

/** The user ID in an address; whatever cannot be one is found nowhere. @param segment as it stands in the address */
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
