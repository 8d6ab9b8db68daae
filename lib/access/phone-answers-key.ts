import type { PhoneOwner } from './phone-challenge-gateway';
import { normalizeUserId } from './user';

/** One count of answers given with any of a person's phones. */
export function phoneAnswersKey({ userId, domain }: PhoneOwner): string {
  return `phone-answers:${normalizeUserId(userId)}@${domain}`;
}
