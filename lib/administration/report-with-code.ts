import type { KnownBrowserId } from '../accounts/sign-in/known-networks';
import { perNetwork } from '../accounts/sign-in/limits';
import { shortUserId } from '../accounts/users/user';
import { auditContext } from '../audit/audit-context';
import type { AuditLog } from '../audit/audit-log';
import type { OpenCase } from '../safety/cases/safety-case';
import { reportLostPhone } from '../safety/lost-phone/report-lost-phone';
import type { LostPhonePorts } from '../safety/safety-ports';
import type { BrowserSecret } from '../shared/identifiers/phone-sign-in-id';
import type { RequestOrigin } from '../shared/request-origin';
import { refuse, type Result } from '../shared/result';
import { readTypedCode, type CodeHash, type MailedSecretStore } from './mailed-secret';

type CodePorts = { audit: AuditLog; secrets: MailedSecretStore; hash: CodeHash; settings: { domain: string } };

/**
 * Reports a lost phone with a mailed code, in the browser that asked for it.
 * @returns `mailed-code-wrong` also for a code that is used up, or of nobody
 */
export async function reportWithCode(
  ports: LostPhonePorts,
  { audit, secrets, hash, settings }: CodePorts,
  typed: { userId: string; code: string },
  { holder, knownBrowser }: { holder: BrowserSecret | null; knownBrowser: KnownBrowserId | null },
  origin: RequestOrigin,
): Promise<Result<OpenCase, 'mailed-code-wrong' | 'too-many-attempts'>> {
  if (await ports.rateLimiter.take(perNetwork('mailed-secret', origin))) return refuse('too-many-attempts');
  const claimed = { userId: shortUserId(typed.userId), domain: settings.domain };
  const user = await ports.users.find(claimed.userId, claimed.domain);
  const code = holder && (await readTypedCode('lost-phone', holder, typed.code, hash));
  const attempt = code ? await secrets.try(claimed, 'lost-phone', code, ports.clock.now()) : 'wrong';
  const isRight = attempt === 'right' && user !== null && user.bar === null;
  if (!isRight || !code || !holder || !(await secrets.take(claimed, 'lost-phone', code.secretHash))) {
    const context = auditContext({ kind: 'anonymous' }, user, origin);
    await audit.append({ type: 'lost-phone-refused', reason: 'wrong-code', ...context });
    return refuse('mailed-code-wrong');
  }
  return reportLostPhone(ports, user, 'mailed-code', { holder, knownBrowser }, origin);
}
