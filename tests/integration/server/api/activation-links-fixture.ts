import { beforeAll, expect } from 'vitest';
import { generateSessionId, type Session, type SignedIn } from '@/lib/accounts/sessions/session';
import type { User } from '@/lib/accounts/users/user';
import { type ActivationLinkId, parseActivationLinkId } from '@/lib/helpdesk/activation-links/activation-link';
import { returnFromLink } from '@/lib/helpdesk/activation-links/return-from-link';
import type { Database } from '@/lib/database/database';
import { addReturnAddress } from '@/lib/helpdesk/service-accounts/change-account';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import {
  databaseServiceAccounts,
  type FakeServiceAccounts,
  madeServiceAccount,
  valueOf,
} from '../../../support/doubles/fake-service-accounts';
import { signedInAs } from '../../../support/doubles/principal';
import { apiFixture } from '../../../support/servers/api-fixture';

export const BACK = 'https://bank.example/phones/back?tenant=7';
export const STATE = ' a&b=c%20+"\\~#/?';
export const SCOPES = ['activation-link:make'] as const;

/** The service account that makes links, and the two people who made it. */
type Bank = {
  systems: FakeServiceAccounts;
  administrator: User;
  approver: User;
  accountId: ServiceAccountId;
  key: string;
};

export type ActivationLinksFixture = ReturnType<typeof activationLinksFixture>;

/** What the bank asks for. */
export function wanted({ userId }: User, changes: object = {}) {
  return { userId, returnAddress: BACK, state: STATE, ...changes };
}

/** The API, and a bank that sends people to the site by links. */
export function activationLinksFixture(open: () => Promise<Database>) {
  const { current, keyWith, ask } = apiFixture(open);
  const bank = {} as Bank;

  beforeAll(async () => {
    const { clock } = current.administration.ports;
    bank.systems = databaseServiceAccounts(current.database, clock as never);
    bank.administrator = await bank.systems.add(['administrator']);
    bank.approver = await bank.systems.add(['administrator']);
    ({ id: bank.accountId, key: bank.key } = await addSystem());
  });

  /** Another service account with one registered address, and a key of it. */
  async function addSystem(): Promise<{ id: ServiceAccountId; key: string }> {
    const { systems, administrator } = bank;
    const { id } = await madeServiceAccount(systems, bank, { scopes: SCOPES });
    const by = signedInAs(administrator);
    valueOf(await addReturnAddress(systems.ports, by, { id, url: BACK, name: 'Example Bank' }, ORIGIN));
    return { id, key: keyWith([...SCOPES], { id }) };
  }

  const post = (body: object, by = bank.key, headers: Record<string, string> = {}) =>
    ask('/activation-links', { method: 'POST', key: by, headers, body });

  async function link(user: User, by = bank.key): Promise<ActivationLinkId> {
    const { status, body } = await post(wanted(user), by);
    expect(status).toBe(201);
    return parseActivationLinkId(String(body['id'])) as ActivationLinkId;
  }

  const session = (user: User): SignedIn => ({
    ...signedInAs(user),
    session: { id: generateSessionId(bank.systems.ports.random) } as Session,
  });
  const goBack = (as: SignedIn, id: ActivationLinkId) => returnFromLink(current.links, as, id, ORIGIN);

  async function factsAbout(user: User, id: ActivationLinkId) {
    const records = await current.world.stores.audit.listFor(user, 50);
    return records
      .toReversed()
      .flatMap(({ event }) => ('linkId' in event && event.linkId === id ? [{ ...event }] : []));
  }

  return { current, bank, keyWith, ask, addSystem, post, link, session, goBack, factsAbout };
}
