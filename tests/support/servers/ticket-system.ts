import { beforeAll, beforeEach } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import type { Database } from '@/lib/database/database';
import { apiFixture, SCOPES } from './api-fixture';

export const CHECK = { method: 'call-back', detail: '+49 30 1234567' } as const;

/** What an invitation by mail takes. */
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
    send: (method: string, to: string, body?: unknown, headers: Record<string, string> = {}) =>
      ask(to, { method, key: about.key, ...(body !== undefined && { body }), headers }),
    /** What the audit log says of the person, the newest first. */
    types: async () => (await current.administration.facts(about.jane)).map(({ type }) => type),
  };
}
