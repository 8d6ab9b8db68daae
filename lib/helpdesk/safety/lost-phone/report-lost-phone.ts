import { perClaimedPerson, perObject } from '../../../accounts/sign-in/limits';
import type { KnownBrowserId } from '../../../accounts/sign-in/known-networks';
import type { User } from '../../../accounts/users/user';
import { auditContext } from '../../../audit/audit-context';
import { makeMailLink } from '../../../messaging/mail-link';
import type { BrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import { traceOf, type RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import { caseNotice, caseOpened } from '../cases/case-notice';
import { generateCaseReference, type OpenCase } from '../cases/safety-case';
import type { LostPhonePorts } from '../safety-ports';
import { findHeldCase } from './held-case';
import { lockLostDevice, readDevices } from './lost-device';
import { sha256OfText } from '../../../shared/bytes';

/** @property knownBrowser the browser, if that user has signed in with it: strangers use up none of its budget */
export type LostPhoneBrowser = { holder: BrowserSecret; knownBrowser: KnownBrowserId | null };

/**
 * Opens the helpdesk's case of a lost phone for whoever has proved who they are by one thing: ends all sessions, because
 * one may be open on the phone, tells every address, and locks the phone where there is only one. Of several the page asks
 * which. It only reduces access, so one proof is enough.
 *
 * The same browser gets the case that it has opened already.
 */
export async function reportLostPhone(
  ports: LostPhonePorts,
  user: User,
  proof: 'password' | 'mailed-code',
  { holder, knownBrowser }: LostPhoneBrowser,
  origin: RequestOrigin,
): Promise<Result<OpenCase, 'too-many-attempts'>> {
  const { userId, domain } = user;
  const held = await findHeldCase(ports, holder);
  if (held?.userId === userId && held.domain === domain) return accept(held);
  const own = knownBrowser
    ? [perObject('lost-phone-in-known-browser', knownBrowser)]
    : perClaimedPerson('lost-phone', user, origin);
  if (await ports.rateLimiter.take(own)) return refuse('too-many-attempts');
  const { token, url } = await makeMailLink(ports, '/not-me');
  const opened: OpenCase = {
    state: 'open',
    reference: generateCaseReference(ports.random),
    version: 1,
    userId,
    domain,
    about: 'lost-phone',
    proof,
    openedAt: ports.clock.now(),
    trace: traceOf(origin),
    locked: [],
    holderHash: await sha256OfText(holder),
    tokenHash: await sha256OfText(token),
    disputedAt: null,
  };
  const active = (await readDevices(ports, user))?.filter(({ state }) => state === 'active') ?? [];
  const only = active.length === 1 && ports.directory.capabilities.lock === true ? active[0] : undefined;
  const context = auditContext({ kind: 'anonymous' }, user, origin);
  await ports.cases.open(opened, {
    events: [{ type: 'phone-reported-lost', reference: opened.reference, proof, ...context }],
    messages: [caseOpened(opened), caseNotice(opened, url, opened.openedAt, only?.instanceId ?? null)],
  });
  const locked = only && (await lockLostDevice(ports, opened, only, origin));
  return accept(locked?.ok ? locked.value : opened);
}
