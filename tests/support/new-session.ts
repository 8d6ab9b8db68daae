import { generateSessionId, type Session } from '@/lib/accounts/sessions/session';
import { systemRandom } from '@/lib/shared/random';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { HOUR } from '@/lib/shared/time/duration';

/** A session of a person that begins now and lasts an hour, to be stored. */
export function newSession({ userId, domain }: UserKey, now: Date, changes: Partial<Session> = {}): Session {
  return {
    id: generateSessionId(systemRandom),
    userId,
    domain,
    createdAt: now,
    proofs: {},
    expiresAt: new Date(now.getTime() + HOUR),
    invitationId: null,
    trace: { browser: 'Chrome on Linux', network: '192.0.2.0/24' },
    lastSeenAt: now,
    ...changes,
  };
}
