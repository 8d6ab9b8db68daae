import type { SignedIn } from '../../accounts/sessions/session';
import { perPerson } from '../../accounts/sign-in/limits';
import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import { ownContext } from '../../audit/audit-context';
import type { AuditLog } from '../../audit/audit-log';
import type { MailTrial } from '../carrier';
import { DeliveryError, type DeliveryProblem } from '../delivery-error';
import { generateMessageId } from '../new-message';
import type { Random } from '../../shared/random';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { Clock } from '../../shared/time/clock';
import { SECOND } from '../../shared/time/duration';

/** Shorter than the patience of a browser and the proxies in front. */
const PATIENCE_MS = 20 * SECOND;
/** Of an answer: one line of SMTP has 512 characters at most (RFC 5321 §4.5.3.1.5). */
const LONGEST_ANSWER = 300;

type Ports = { mailTrial: MailTrial; audit: AuditLog; rateLimiter: RateLimiter; clock: Clock; random: Random };

/** @property problem null for a mail that was accepted @property answer what the other side said, in one line */
export type TriedMail = { problem: DeliveryProblem | null; answer: string };

/** Sends a mail to the administrator's own address at once, beside the outbox, and tells what the server answered. */
export async function tryMail(
  { mailTrial, audit, rateLimiter, clock, random }: Ports,
  { user }: SignedIn,
  origin: RequestOrigin,
): Promise<Result<TriedMail, 'no-mail-address' | 'too-many-test-mails'>> {
  if (await rateLimiter.take([perPerson('test-mail', user)])) return refuse('too-many-test-mails');
  const [to] = user.mailAddresses;
  if (to === undefined) return refuse('no-mail-address');
  const tried = await attempt(() =>
    mailTrial.send(
      {
        id: generateMessageId(random),
        queuedAt: clock.now(),
        channel: 'mail',
        to,
        language: user.language,
        timeZone: user.timeZone,
        content: { kind: 'mail-test', displayName: user.displayName, at: clock.now() },
      },
      AbortSignal.timeout(PATIENCE_MS),
    ),
  );
  await audit.append({ type: 'mail-tested', problem: tried.problem, ...ownContext(user, origin) });
  return accept(tried);
}

async function attempt(send: () => Promise<string>): Promise<TriedMail> {
  try {
    return { problem: null, answer: inOneLine(await send()) };
  } catch (error) {
    if (error instanceof DeliveryError) return { problem: error.code, answer: inOneLine(error.message) };
    throw error;
  }
}

function inOneLine(answer: string): string {
  return answer.replaceAll(/\p{C}+/gu, ' ').slice(0, LONGEST_ANSWER);
}
