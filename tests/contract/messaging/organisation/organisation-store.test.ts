import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import { auditContext, userActor } from '@/lib/audit/audit-context';
import type { Database } from '@/lib/database/database';
import { PrismaOrganisationStore } from '@/lib/database/tables/organisation/prisma-organisation-store';
import { poll } from '@/lib/kit/poll';
import { LiveOrganisation } from '@/lib/messaging/organisation/live-organisation';
import { NOTHING_SAID, type Organisation } from '@/lib/messaging/organisation/organisation';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase, forEachPairOfReplicas } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../../../support/doubles/fake-administration';
import { signedInAs } from '../../../support/doubles/principal';
import { testPersister } from '../../../support/test-chain';

const NOTHING = { events: [], messages: [] };
const SAVED = { ok: true, value: null };
const OPERATOR = { name: null, contact: null, otherwise: 'Tessera' };

const WHOLE: Organisation = {
  version: 1,
  name: 'Example Bank',
  contact: { name: 'IT Service Desk', phone: '+49 30 1234', email: null, hours: 'Mon to Fri' },
  colours: { light: '#7a1fa2', dark: '#e1a8f5' },
  logo: { png: new Uint8Array([0x89, 0x50, 0, 0xff]), digest: 'd'.repeat(64), width: 20, height: 10 },
};

const next = (organisation: Organisation, changed: Partial<Organisation> = {}): Organisation => ({
  ...organisation,
  ...changed,
  version: organisation.version + 1,
});

forEachPairOfReplicas((_kind, open) => {
  let databases: readonly Database[];
  let world: FakeAdministration;
  let [here, there]: PrismaOrganisationStore[] = [];
  let administrator: User;

  const stores = () => {
    if (!here || !there) throw new TypeError('no store was opened');
    return { here, there };
  };

  beforeAll(async () => {
    databases = await open();
    [here, there] = databases.map(
      ({ client }) => new PrismaOrganisationStore(client, testPersister(systemClock), true),
    );
    const [first] = databases;
    if (!first) throw new TypeError('no database was opened');
    world = fakeAdministration(first);
  });

  beforeEach(async () => {
    administrator = await world.add(['administrator']);
    for (const { client } of databases) await client.organisation.deleteMany();
  });

  it('before the first save nothing is said', async () => {
    expect(await stores().here.read()).toEqual(NOTHING_SAID);
  });

  it('everything that is saved is read back by every replica, and can be taken back', async () => {
    expect(await stores().here.save(WHOLE, administrator, NOTHING)).toEqual(SAVED);
    expect(await stores().there.read()).toEqual(WHOLE);
    const emptied = { version: 2, name: null, contact: null, colours: null, logo: null };
    expect(await stores().there.save(emptied, administrator, NOTHING)).toEqual(SAVED);
    expect(await stores().here.read()).toEqual(emptied);
  });

  it('of two administrators who save at once one is told to look again, from the first save on', async () => {
    let saved = NOTHING_SAID;
    for (let round = 0; round < 5; round += 1) {
      const both = [next(saved, { name: 'One' }), next(saved, { name: 'Other' })] as const;
      const results = await Promise.all([
        stores().here.save(both[0], administrator, NOTHING),
        stores().there.save(both[1], administrator, NOTHING),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results).toContainEqual({ ok: false, refusal: 'version-moved' });
      saved = await stores().here.read();
      expect(saved).toEqual(both[results[0].ok ? 0 : 1]);
    }
  });

  it('threat: an administrator who was disabled meanwhile saves nothing', async () => {
    const other = await world.add(['administrator']);
    expect((await disableAccount(world.ports, signedInAs(other), administrator, ORIGIN)).ok).toBe(true);
    expect(await stores().here.save(WHOLE, administrator, NOTHING)).toEqual({ ok: false, refusal: 'not-permitted' });
    expect(await stores().here.read()).toEqual(NOTHING_SAID);
  });

  it('a save and its record are one transaction: what was refused is not recorded', async () => {
    const context = auditContext(userActor(administrator), null, ORIGIN);
    const event = { type: 'organisation-changed' as const, part: 'name' as const, before: null, ...context };
    const effects = (after: string) => ({ events: [{ ...event, after }], messages: [] });
    await stores().here.save(WHOLE, administrator, effects('first'));
    await stores().here.save(WHOLE, administrator, effects('refused'));
    const records = await databases[0]?.client.auditRecord.findMany();
    const told = JSON.stringify(records?.map(({ fact }) => fact) ?? []);
    expect(told).toContain('first');
    expect(told).not.toContain('refused');
  });

  it('what one replica saves is known in the other without a request', async () => {
    const feed = databases[1]?.changeFeed;
    if (!feed) throw new TypeError('no database was opened');
    const live = new LiveOrganisation(stores().there, OPERATOR, (error) => {
      throw error;
    });
    await live.follow(feed);
    expect(live.look().isNamed).toBe(false);
    await stores().here.save(WHOLE, administrator, NOTHING);
    await poll('the name of the other replica', async () => live.look().name === 'Example Bank');
    expect(live.look()).toEqual({
      name: 'Example Bank',
      isNamed: true,
      contact: WHOLE.contact,
      colours: WHOLE.colours,
      logo: { digest: 'd'.repeat(64), width: 20, height: 10 },
    });
  });
});

forEachDatabase((_kind, open) => {
  describe('the table of the organisation', () => {
    let database: Database;

    beforeAll(async () => {
      database = await open();
    });

    it.each([
      ['a second row', { id: 2, version: 1 }],
      ['one colour without the other', { version: 1, accentLight: '#7a1fa2' }],
      ['a colour that is none', { version: 1, accentLight: 'red', accentDark: '#e1a8f5' }],
      ['a logo without its digest', { version: 1, logo: new Uint8Array(3) }],
      [
        'a logo of more than 128 KiB',
        { version: 1, logo: new Uint8Array(131_073), logoDigest: 'd', logoWidth: 1, logoHeight: 1 },
      ],
    ])('the table refuses %s', async (_what, data) => {
      await expect(database.client.organisation.create({ data })).rejects.toThrow(/check|constraint|23514/i);
    });
  });
});
