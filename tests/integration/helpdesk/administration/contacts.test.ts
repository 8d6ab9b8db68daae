import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isLongOnRecord } from '@/lib/accounts/users/contacts';
import type { User } from '@/lib/accounts/users/user';
import {
  changeContacts,
  changeOwnNumbers,
  contactsVersion,
  parsePhoneNumbers,
  type ContactPorts,
} from '@/lib/helpdesk/administration/change-contacts';
import { PrismaContactStore } from '@/lib/database/tables/administration/prisma-contact-store';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../../../support/doubles/fake-administration';
import { signedInAs } from '../../../support/doubles/principal';
import { newSession } from '../../../support/new-session';
import { testPersister } from '../../../support/test-chain';

forUseCases((_name, open) => {
  let world: FakeAdministration;
  let ports: ContactPorts;
  let administrator: User;
  let jane: User;

  beforeAll(async () => {
    world = fakeAdministration(await open());
    ports = { ...world.ports, contacts: new PrismaContactStore(world.database, testPersister(world.clock)) };
  });

  beforeEach(async () => {
    administrator = await world.add(['administrator']);
    jane = await world.add();
  });

  const onRecord = (user = jane) => ports.contacts.contactsOf(user);
  const change = async (typed: string, managerUserId = '', user = jane, by = administrator) => {
    const phoneNumbers = parsePhoneNumbers(typed) ?? [];
    const shown = contactsVersion(await onRecord(user));
    return changeContacts(ports, signedInAs(by), user, { phoneNumbers, managerUserId, shown }, ORIGIN);
  };
  async function signedIn(user: User) {
    const session = newSession(user, world.clock.now());
    await world.ports.sessions.create(session, await world.ports.sessions.epochOf(user));
    return { user, scope: { kind: 'full' }, session } as const;
  }
  const notices = async (user: User) => {
    const waiting = await world.stores.outbox.lease('notice', world.clock.now(), world.clock.in(HOUR), 1_000);
    return waiting.flatMap(({ delivery }) =>
      delivery.channel === 'notice' && delivery.user.userId === user.userId ? [delivery.notice.what] : [],
    );
  };

  describe('contacts', () => {
    it('contacts are stored with time and author, announced to the user, and logged by their last digits', async () => {
      const manager = await world.add();
      expect(await change('+49 30 1234567\n0032 2 555 12 12', manager.userId.toUpperCase())).toEqual({
        ok: true,
        value: null,
      });
      const now = world.clock.now();
      expect(await onRecord()).toEqual({
        phoneNumbers: [
          { number: '+49301234567', recordedBy: administrator.userId, recordedAt: now },
          { number: '+3225551212', recordedBy: administrator.userId, recordedAt: now },
        ],
        manager: { userId: manager.userId, recordedAt: now },
      });
      expect(await world.facts(jane)).toMatchObject([
        { type: 'manager-changed', managerUserId: manager.userId },
        { type: 'phone-numbers-changed', added: ['…67', '…12'], removed: [] },
      ]);
      expect(JSON.stringify(await world.facts(jane))).not.toContain('1234567');
      expect(await notices(jane)).toEqual(expect.arrayContaining(['phone-numbers-changed', 'manager-changed']));
    });

    it('a kept contact keeps its time, and one added again starts anew', async () => {
      await change('+49301234567');
      const [first] = (await onRecord()).phoneNumbers;
      world.clock.pass(DAY);
      await change('+3225551212\n+49301234567');
      expect((await onRecord()).phoneNumbers[1]).toEqual(first);
      await change('+3225551212');
      await change('+49301234567');
      const [again] = (await onRecord()).phoneNumbers;
      expect(again?.recordedAt).toEqual(world.clock.now());
    });

    it('contacts are not overwritten from a stale form', async () => {
      const shown = contactsVersion(await onRecord());
      const phoneNumbers = parsePhoneNumbers('+49301234567') ?? [];
      const save = () =>
        changeContacts(ports, signedInAs(administrator), jane, { phoneNumbers, managerUserId: '', shown }, ORIGIN);
      const both = await Promise.all([save(), save()]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both).toContainEqual({ ok: false, refusal: 'changed-meanwhile' });
      const own = await changeOwnNumbers(ports, await signedIn(jane), { phoneNumbers, shown }, ORIGIN);
      expect(own).toEqual({ ok: false, refusal: 'changed-meanwhile' });
    });

    it('threat: a thief in a session records a number of theirs: it counts in a week, and its owner is told', async () => {
      await change('+49301234567');
      world.clock.pass(7 * DAY);
      const shown = contactsVersion(await onRecord());
      const phoneNumbers = parsePhoneNumbers('+4917012345678\n+49301234567') ?? [];
      const session = await signedIn(jane);
      expect(await changeOwnNumbers(ports, session, { phoneNumbers, shown }, ORIGIN)).toEqual({
        ok: true,
        value: null,
      });
      const recorded = (await onRecord()).phoneNumbers;
      expect(recorded.map((one) => isLongOnRecord(one, world.clock.now()))).toEqual([false, true]);
      expect(await notices(jane)).toContain('phone-numbers-changed');
      world.clock.pass(7 * DAY);
      expect(recorded.map((one) => isLongOnRecord(one, world.clock.now()))).toEqual([true, true]);
    });

    it('threat: a session that has ended changes nothing', async () => {
      const session = await signedIn(jane);
      await world.ports.sessions.revokeAll(jane.userId, jane.domain, null, world.clock.now());
      const shown = contactsVersion(await onRecord());
      const own = await changeOwnNumbers(ports, session, { phoneNumbers: [], shown }, ORIGIN);
      expect(own).toEqual({ ok: false, refusal: 'signed-out' });
    });

    it('threat: a user becomes their own manager, an unknown one is named, or an administrator edits their own record', async () => {
      expect(await change('', jane.userId)).toEqual({ ok: false, refusal: 'manager-unknown' });
      expect(await change('', 'nobody.at.all')).toEqual({ ok: false, refusal: 'manager-unknown' });
      expect(await change('+49301234567', '', administrator)).toEqual({ ok: false, refusal: 'own-account' });
      expect(await world.facts(administrator)).toMatchObject([
        { type: 'account-change-refused', change: 'change-contacts', reason: 'own-account' },
      ]);
    });

    it('threat: another user gets the user ID of a deleted manager', async () => {
      const manager = await world.add();
      await change('', manager.userId);
      const gone = {
        user: manager,
        by: administrator,
        at: world.clock.now(),
        sideEffects: { events: [], messages: [] },
      };
      await world.accounts.requestRemoval(gone);
      await world.accounts.remove(gone);
      expect((await onRecord()).manager).toBeNull();
    });
  });
});
