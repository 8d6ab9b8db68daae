import type { AccountPorts } from '../../../accounts/account-ports';
import { checkPassword, signInBudgets } from '../../../accounts/sign-in/check-password';
import { auditContext } from '../../../audit/audit-context';
import type { RequestOrigin } from '../../../shared/request-origin';
import { refuse, type Result } from '../../../shared/result';
import type { OpenCase } from '../cases/safety-case';
import type { LostPhonePorts } from '../safety-ports';
import { reportLostPhone, type LostPhoneBrowser } from './report-lost-phone';

export type LostPhoneRefusal = 'invalid-credentials' | 'too-many-attempts' | 'too-busy';

/**
 * Reports a lost phone by user ID and password. A guess costs what it costs at the sign-in page, from budgets of its own, and
 * an unknown user gets the answer of a wrong password, after the same time.
 */
export async function reportWithPassword(
  ports: LostPhonePorts,
  accounts: AccountPorts,
  { userId, password }: { userId: string; password: string },
  browser: LostPhoneBrowser,
  origin: RequestOrigin,
): Promise<Result<OpenCase, LostPhoneRefusal>> {
  const claimed = { userId, domain: accounts.settings.domain };
  const budgets = await signInBudgets(accounts, claimed, browser.knownBrowser, origin, 'lost-phone');
  const checked = await checkPassword(accounts, { ...claimed, password }, budgets);
  if (checked.ok) return reportLostPhone(ports, checked.user, 'password', browser, origin);
  if (checked.isToRecord) {
    const reason = checked.refusal;
    const user = await accounts.users.find(userId, claimed.domain);
    const context = auditContext({ kind: 'anonymous' }, user && { userId: user.userId, domain: user.domain }, origin);
    await accounts.audit.append({ type: 'lost-phone-refused', reason, ...context });
  }
  return refuse(checked.refusal === 'wrong-password' ? 'invalid-credentials' : checked.refusal);
}
