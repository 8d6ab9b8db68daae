import { perNetwork, perSite } from '../../../accounts/sign-in/limits';
import { generatePhoneCheckCode, type PhoneCheckCode, type PhoneReport } from '../../../shared/phone-check';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import { HOUR } from '../../../shared/time/duration';
import type { PhoneCheckPorts } from './phone-check-ports';

/** In milliseconds: as long as a call with the helpdesk, and the time until it is answered. */
const LIFETIME = HOUR;
/** Of 2^35 codes, some thousand are in use at most. */
const ATTEMPTS = 3;

/**
 * Keeps what a phone found out about itself for whoever helps. The phone is anonymous: anybody may send a report, and it
 * tells the helpdesk nothing about a person.
 * @returns the code that the person tells, and when its time is over
 */
export async function keepPhoneCheck(
  { checks, rateLimiter, clock, random }: Omit<PhoneCheckPorts, 'audit'>,
  report: PhoneReport,
  origin: RequestOrigin,
): Promise<Result<{ code: PhoneCheckCode; expiresAt: Date }, 'too-many-attempts'>> {
  if (await rateLimiter.take([...perNetwork('phone-check', origin), perSite('phone-check')]))
    return refuse('too-many-attempts');
  const expiresAt = new Date(clock.now().getTime() + LIFETIME);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const code = generatePhoneCheckCode(random);
    if (await checks.keep(code, report, expiresAt)) return accept({ code, expiresAt });
  }
  throw new RangeError('no free code for a report');
}
