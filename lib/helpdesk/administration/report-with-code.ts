import type { KnownBrowserId } from '../../accounts/sign-in/known-networks';
import { perNetwork } from '../../accounts/sign-in/limits';
import { shortUserId, type User } from '../../accounts/users/user';
import { auditContext } from '../../audit/audit-context';
import type { AuditLog } from '../../audit/audit-log';
import type { OpenCase } from '../safety/cases/safety-case';
import { reportLostPhone } from '../safety/lost-phone/report-lost-phone';
import type { LostPhonePorts } from '../safety/safety-ports';
import type { BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { refuse, type Result } from '../../shared/result';
import { parseSecondCode } from '../invitations/read-out/second-code';
import { codeHash, readTypedCode, type CodeHash, type MailedSecretStore } from './mailed-secret';

type CodePorts = { audit: AuditLog; secrets: MailedSecretStore; hash: CodeHash; settings: { domain: string } };

/**
 * Reports a lost phone with a mailed code, whichever browser asked for it: strangers who ask for codes until no more are
 * mailed have mailed the owner one, and it only reduces access.
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
  const isRight =
    holder !== null &&
    user?.bar === null &&
    (await useCode({ secrets, hash }, user, holder, typed.code, ports.clock.now()));
  if (!isRight) {
    const context = auditContext({ kind: 'anonymous' }, user, origin);
    await audit.append({ type: 'lost-phone-refused', reason: 'wrong-code', ...context });
    return refuse('mailed-code-wrong');
  }
  return reportLostPhone(ports, user, 'mailed-code', { holder, knownBrowser }, origin);
}

/**
 * Uses up a code that was mailed to the user. Each browser has a few tries of its own code. Those of others are bounded by
 * the network's limit alone, or anybody could use them up; there are 31^8 codes.
 */
async function useCode(
  { secrets, hash }: Pick<CodePorts, 'secrets' | 'hash'>,
  user: User,
  holder: BrowserSecret,
  typed: string,
  now: Date,
): Promise<boolean> {
  const own = await readTypedCode('lost-phone', holder, typed, hash);
  const code = parseSecondCode(typed);
  if (!own || !code) return false;
  const holders = await secrets.listHolders(user, 'lost-phone', now);
  await secrets.try(user, 'lost-phone', own, now);
  for (const by of holders)
    if (await secrets.take(user, 'lost-phone', await codeHash('lost-phone', by, code, hash))) return true;
  return false;
}
