import { normalizeUserId, type User } from './user';

/** One count of what is sent to a person's phones, for every way to type the same user ID. */
export function sentSignInsKey({ userId, domain }: Pick<User, 'userId' | 'domain'>): string {
  return `sent-sign-ins:${normalizeUserId(userId)}@${domain}`;
}
