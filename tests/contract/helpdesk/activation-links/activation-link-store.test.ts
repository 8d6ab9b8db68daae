import { beforeAll, describe, expect, it } from 'vitest';
import { generateSessionId, type SessionId } from '@/lib/accounts/sessions/session';
import {
  generateActivationLinkId,
  type MadeLink,
  type OpenedLink,
  type ReturnedLink,
} from '@/lib/helpdesk/activation-links/activation-link';
import type { ActivationLinkStore } from '@/lib/helpdesk/activation-links/activation-link-store';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { auditContext } from '@/lib/audit/audit-context';
import { PrismaActivationLinkStore } from '@/lib/database/tables/activation-links/prisma-activation-link-store';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import { type ActivationId, generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { activationInEveryState } from '../../../support/doubles/fake-activations';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { databaseHelpdeskStores } from '../../../support/doubles/fake-helpdesk-stores';
import { testPersister } from '../../../support/test-chain';

const NOTHING = { events: [], messages: [] };
const JANE = { userId: 'jane.doe', domain: 'example.org' };

const about = ({ id: linkId, serviceAccountId }: MadeLink): AuditEvent => ({
  type: 'activation-link-opened',
  linkId,
  serviceAccountId,
  ...auditContext({ kind: 'user', userId: JANE.userId }, JANE, ORIGIN),
});

forEachPairOfReplicas((_kind, openReplicas) => {
  const clock = new FakeClock();
  let here: ActivationLinkStore;
  let there: ActivationLinkStore;
  let stores: ReturnType<typeof databaseHelpdeskStores>;

  beforeAll(async () => {
    const [first, second] = await openReplicas();
    here = new PrismaActivationLinkStore(first, testPersister(clock));
    there = new PrismaActivationLinkStore(second, testPersister(clock));
    stores = databaseHelpdeskStores(first, clock);
  });

  const made = (): MadeLink => ({
    state: 'made',
    id: generateActivationLinkId(systemRandom),
    serviceAccountId: `sva-${'1'.repeat(32)}` as ServiceAccountId,
    ...JANE,
    returnUrl: 'https://bank.example/back?tenant=7',
    callerState: ' ~"\\&=%41+'.padEnd(512, 'x'),
    madeAt: clock.now(),
    expiresAt: clock.in(10 * MINUTE),
  });
  const opened = (link: MadeLink, sessionId = generateSessionId(systemRandom), openedAt = clock.now()): OpenedLink => ({
    ...link,
    state: 'opened',
    sessionId,
    openedAt,
    endsAt: clock.in(HOUR),
    activationId: null,
  });
  const returned = ({ state: _state, ...link }: MadeLink): ReturnedLink => ({
    ...link,
    state: 'returned',
    activationId: null,
    returnedAt: clock.now(),
    outcome: 'not-started',
  });
  const recorded = async ({ id }: MadeLink) => {
    const records = await stores.audit.listFor(JANE, 100);
    return records.filter(({ event }) => 'linkId' in event && event.linkId === id).length;
  };
  const goOn = (id: ActivationId, session: SessionId) =>
    stores.activations.goOn(
      { ...activationInEveryState('goes on').issued, id },
      { session, recoveryCode: null, voucher: null },
      [],
    );
  async function create(): Promise<MadeLink> {
    const link = made();
    await here.create(link, NOTHING);
    return link;
  }

  describe('a store of activation links', () => {
    it('a link is read back as it was saved, in every state', async () => {
      const link = await create();
      expect(await there.find(link.id)).toEqual(link);
      const open = opened(link);
      expect(await there.open(open, NOTHING)).toBe(true);
      expect(await here.find(link.id)).toEqual(open);
      const activationId = generateActivationId(systemRandom);
      await goOn(activationId, open.sessionId);
      expect(await there.findOpened(open.sessionId, clock.now())).toEqual({ ...open, activationId });
      const end = { ...returned(link), activationId, outcome: 'activated' } as const;
      expect(await here.finish(end, open.sessionId, NOTHING)).toBe(true);
      expect(await there.find(link.id)).toEqual(end);
      expect(await there.find(generateActivationLinkId(systemRandom))).toBeNull();
    });

    it('threat: a link followed in many browsers at once — opens in one, with one record', async () => {
      const link = await create();
      const tries = Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? here : there).open(opened(link), { events: [about(link)], messages: [] }),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await recorded(link)).toBe(1);
    });

    it('threat: going back from many tabs at once — happens once, and never from another session', async () => {
      const link = await create();
      const open = opened(link);
      await here.open(open, NOTHING);
      expect(await here.finish(returned(link), generateSessionId(systemRandom), NOTHING)).toBe(false);
      expect(await here.finish(returned(link), null, NOTHING)).toBe(false);
      const tries = [here, there, here, there].map((store) => store.finish(returned(link), open.sessionId, NOTHING));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await here.open(opened(link), NOTHING)).toBe(false);
      await goOn(generateActivationId(systemRandom), open.sessionId);
      expect(await there.find(link.id)).toMatchObject({ state: 'returned', activationId: null });
    });

    it('a link leads only to what its own session starts, in the transaction of the start', async () => {
      const [own, other] = [opened(await create()), opened(await create())];
      for (const link of [own, other]) await here.open(link, NOTHING);
      const { requested } = activationInEveryState(`linked ${own.id}`);
      const started = { ...requested, requestedAt: clock.now() };
      const from = { session: own.sessionId, recoveryCode: null, voucher: null };
      expect(await stores.activations.create(started, null, clock.in(MINUTE), [], from)).toMatchObject({ ok: true });
      expect(await there.find(own.id)).toMatchObject({ activationId: requested.id });
      expect(await there.find(other.id)).toMatchObject({ activationId: null });
      const refused = { ...started, id: generateActivationId(systemRandom) };
      expect(await stores.activations.create(refused, null, clock.in(MINUTE), [], from)).toMatchObject({ ok: false });
      expect(await there.find(own.id)).toMatchObject({ activationId: requested.id });
    });

    it('the link that a session opened last is found until its way back expires', async () => {
      const sessionId = generateSessionId(systemRandom);
      const [older, newer] = [opened(await create(), sessionId), opened(await create(), sessionId, clock.in(MINUTE))];
      for (const link of [newer, older]) await here.open(link, NOTHING);
      expect(await there.findOpened(sessionId, clock.now())).toEqual(newer);
      expect(await there.findOpened(sessionId, newer.endsAt)).toBeNull();
      expect(await there.findOpened(generateSessionId(systemRandom), clock.now())).toBeNull();
    });

    it('a link is handed on only to the next session of the same user', async () => {
      const sessionOf = async (userId: string): Promise<SessionId> => {
        const id = generateSessionId(systemRandom);
        const epoch = await stores.sessions.epochOf({ userId, domain: JANE.domain });
        const times = { createdAt: clock.now(), expiresAt: clock.in(HOUR), lastSeenAt: clock.now() };
        const trace = { browser: 'Chromium', network: '192.0.2.0/24' };
        const session = { id, userId, domain: JANE.domain, proofs: {}, invitationId: null, trace, ...times };
        expect(await stores.sessions.create(session, epoch)).toBe(true);
        return id;
      };
      const open = opened(await create());
      await here.open(open, NOTHING);
      await here.moveToSession(open.sessionId, await sessionOf('john.roe'));
      expect(await there.findOpened(open.sessionId, clock.now())).toEqual(open);
      const next = await sessionOf(JANE.userId);
      await here.moveToSession(open.sessionId, next);
      expect(await there.findOpened(next, clock.now())).toEqual({ ...open, sessionId: next });
      expect(await there.findOpened(open.sessionId, clock.now())).toBeNull();
    });

    it('the purge deletes old links', async () => {
      const link = await create();
      await here.purge(link.madeAt);
      expect(await there.find(link.id)).not.toBeNull();
      await here.purge(new Date(link.madeAt.getTime() + 1));
      expect(await there.find(link.id)).toBeNull();
    });
  });
});
