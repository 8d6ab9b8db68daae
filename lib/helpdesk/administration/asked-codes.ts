import type { KnownBrowserId } from '../../accounts/sign-in/known-networks';
import { CODE_LIFETIME_MS, perClaimedPerson, perNetwork, perObject } from '../../accounts/sign-in/limits';
import { shortUserId, type User } from '../../accounts/users/user';
import { auditContext } from '../../audit/audit-context';
import { mailsTo } from '../../messaging/new-message';
import type { BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { drawDelay, type AskedPurpose, type CodeRequest, type MadeCode } from './code-request';
import { mayReset, type ForgottenPorts } from './forgotten-password';
import { CODE_TRIES, holderHash, newCode } from './mailed-secret';

/** What a code is for: its mail, its record, who may have one, and its limits. */
const CODES = {
  'forgotten-password': {
    mail: 'password-code',
    event: 'password-code-sent',
    mayHave: mayReset,
    limit: 'forgotten-password',
    isOneEnough: false,
  },
  // It only reduces access: also for whom a password would widen it.
  'lost-phone': {
    mail: 'lost-phone-code',
    event: 'lost-phone-code-sent',
    mayHave: async (_ports: ForgottenPorts, { bar }: User) => bar === null,
    limit: 'lost-phone-code',
    // Whoever uses the limit up has mailed the owner a code that is good in any browser for as long as the limit lasts.
    isOneEnough: true,
  },
} as const satisfies Record<AskedPurpose, object>;

type AskPorts = Pick<ForgottenPorts, 'rateLimiter' | 'settings' | 'random' | 'clock' | 'hash' | 'codeRequests'>;

/** @property knownBrowser the browser, if that user has signed in with it: strangers use up none of its budget */
export type AskingBrowser = { holder: BrowserSecret; knownBrowser: KnownBrowserId | null };

/**
 * Asks for a code, which is mailed later: neither the answer nor the work for it, now or right after it, depends on
 * whether there is such a user.
 * @param browser the only one in which the code is good
 * @returns false over a limit, except that of a user whose code is out and good in every browser
 */
export async function askForCode(
  { rateLimiter, settings, random, clock, hash, codeRequests }: AskPorts,
  purpose: AskedPurpose,
  typedUserId: string,
  { holder, knownBrowser }: AskingBrowser,
  origin: RequestOrigin,
): Promise<boolean> {
  const user = { userId: shortUserId(typedUserId), domain: settings.domain };
  const { limit, isOneEnough } = CODES[purpose];
  if (await rateLimiter.take(perNetwork(limit, origin))) return false;
  const own = knownBrowser
    ? [perObject(`${limit}-in-known-browser`, knownBrowser)]
    : perClaimedPerson(limit, user, origin);
  if (await rateLimiter.take(own)) return isOneEnough;
  const { correlationId, address } = origin;
  await codeRequests.add({
    id: crypto.randomUUID(),
    purpose,
    user,
    holderHash: await holderHash(purpose, holder, hash),
    origin: { correlationId, address },
    dueAt: new Date(clock.now().getTime() + drawDelay(random)),
  });
  return true;
}

/** At most so many in one round, which has other work to do. */
const CODES_AT_ONCE = 20;

/** Mails the codes that are due. Any number of processes may run this concurrently. */
export async function sendDueCodes(
  ports: ForgottenPorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const request of await ports.codeRequests.listDue(ports.clock.now(), CODES_AT_ONCE)) {
    if (signal.aborted) return;
    try {
      await ports.codeRequests.end(request.id, await makeCode(ports, request));
    } catch (error) {
      onFault(error);
    }
  }
}

/**
 * The code, with a mail to every address of the user.
 * @returns null for whom there is none, or who may not have one; also for a request that nobody waits for any more
 */
async function makeCode(ports: ForgottenPorts, request: CodeRequest): Promise<MadeCode | null> {
  const { purpose } = request;
  const now = ports.clock.now();
  const user = await ports.users.find(request.user.userId, request.user.domain);
  if (!user || user.mailAddresses.length === 0 || !(await CODES[purpose].mayHave(ports, user))) return null;
  if (now.getTime() - request.dueAt.getTime() > CODE_LIFETIME_MS) return null;
  const { userId, domain, displayName } = user;
  const { code, secretHash } = await newCode(purpose, request.holderHash, ports);
  const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS);
  const content = { kind: CODES[purpose].mail, userId, displayName, code, validUntil: expiresAt } as const;
  const secret = {
    purpose,
    holderHash: request.holderHash,
    secretHash,
    triesLeft: CODE_TRIES,
    expiresAt,
  } as const;
  return {
    secret: { user: { userId, domain }, ...secret },
    sideEffects: {
      events: [{ type: CODES[purpose].event, ...auditContext({ kind: 'anonymous' }, user, request.origin) }],
      messages: mailsTo(user, content),
    },
    now,
  };
}
