import { perPerson } from '../../../accounts/sign-in/limits';
import type { Principal } from '../../../accounts/users/principal';
import { auditContext, userActor } from '../../../audit/audit-context';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { parsePhoneCheckCode, type PhoneReport } from '../../../shared/phone-check';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import type { PhoneCheckPorts } from './phone-check-ports';

export type PhoneCheckRefusal = 'phone-code-mistyped' | 'phone-code-unknown' | 'too-many-attempts';

/** The report whose code a caller tells. Wrong codes are limited, so that nobody reads those of others by trying. */
export async function readPhoneCheck(
  { checks, rateLimiter, audit, clock }: Omit<PhoneCheckPorts, 'random'>,
  { user }: Principal<UserKey>,
  input: string,
  origin: RequestOrigin,
): Promise<Result<PhoneReport, PhoneCheckRefusal>> {
  const budgets = [perPerson('phone-check-code', user)];
  if (await rateLimiter.take(budgets)) return refuse('too-many-attempts');
  const code = parsePhoneCheckCode(input);
  const report = code && (await checks.find(code, clock.now()));
  // A slip of the finger is no guess.
  if (report || code === null) await rateLimiter.giveBack(budgets);
  if (code === null) return refuse('phone-code-mistyped');
  if (!report) return refuse('phone-code-unknown');
  await audit.append({ type: 'phone-check-read', ...auditContext(userActor(user), null, origin) });
  return accept(report);
}
