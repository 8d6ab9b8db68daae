import { beforeAll, beforeEach } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import type { Database } from '@/lib/database/database';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { apiFixture, SCOPES } from './api-fixture';

export const CHECK = { method: 'call-back', detail: '+49 30 1234567' } as const;

/** An invitation by mail, whose check nothing compares: it waits for a person to agree. */
export const INVITATION = { reason: 'new-phone', ticket: 'INC-1', delivery: 'mail', checks: [CHECK] };

/** The API, and a service account with every scope. Each test has a person of its own. */
export function ticketSystem(open: () => Promise<Database>) {
  const api = apiFixture(open);
  const { current, ask } = api;
  /** @property path of the person */
  const about = { key: '', path: '' } as { key: string; jane: User; path: string };

  beforeAll(() => {
    about.key = api.keyWith(SCOPES, { name: 'Tickets', keyShownTo: 'anna' });
  });

  beforeEach(async () => {
    about.jane = await current.administration.add();
    about.path = `/people/${about.jane.userId}`;
  });

  return {
    ...api,
    about,
    /** An invitation that is sent at once: its person reads out what another device of theirs shows. */
    verified: async () => {
      const { instanceId, phone } = await current.world.activate(about.jane);
      const now = current.world.ports.clock.now();
      const digits = await computeOneTimePassword(phone.instanceKey, timeStepAt(now));
      return { ...INVITATION, oneTimePassword: { deviceId: instanceId, digits } };
    },
    send: (method: string, to: string, body?: unknown, headers: Record<string, string> = {}) =>
      ask(to, { method, key: about.key, ...(body !== undefined && { body }), headers }),
    /** What the audit log says of the person, the newest first. */
    types: async () => (await current.administration.facts(about.jane)).map(({ type }) => type),
  };
}
