import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { parseDetails, type TypedDetails } from '@/lib/helpdesk/administration/account-details';
import { takeRole } from '@/lib/helpdesk/administration/change-account';
import {
  addressesVersion,
  changeDetails,
  changeOwnAddresses,
  changeOwnLanguage,
  detailsVersion,
} from '@/lib/helpdesk/administration/change-details';
import { HOUR } from '@/lib/shared/time/duration';
import type { MailAddress } from '@/lib/shared/mail-address';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../../../support/doubles/fake-administration';
import { signedInAs } from '../../../support/doubles/principal';
import { newSession } from '../../../support/new-session';
import { details, TYPED } from './typed-details';

forUseCases((_name, open) => {
  let world: FakeAdministration;
  let administrator: User;

  beforeAll(async () => {
    world = fakeAdministration(await open());
  });

  beforeEach(async () => {
    administrator = await world.add(['administrator']);
  });

  const asSaved = async ({ userId, domain }: User) => {
    const account = await world.ports.accounts.find({ userId, domain });
    if (!account) throw new Error(`no ${userId}`);
    return account.user;
  };

  /** @param seen the user as the administrator's page shows them */
  const change = async (user: User, changes: Partial<TypedDetails> = {}, seen?: User) => {
    const typed = { ...details(changes), shown: detailsVersion(seen ?? (await asSaved(user))) };
    return changeDetails(world.ports, signedInAs(administrator), user, typed, ORIGIN);
  };

  describe('changed details', () => {
    it('changed details are searchable, and announced to the old and new addresses', async () => {
      const user = await world.add();
      expect(await world.accounts.lastAddressChange(user)).toBeNull();
      expect(await change(user, { displayName: 'Zoë Quill', group: 'board' })).toEqual({ ok: true, value: null });
      const { users } = await world.ports.users.search(user.domain, ['quill', 'max@home'], null);
      expect(users.map(({ userId, group }) => [userId, group])).toContainEqual([
        user.userId,
        { name: 'board', isProtected: true },
      ]);
      expect(await world.facts(user)).toMatchObject([{ type: 'mail-addresses-changed', added: 2, removed: 1 }]);
      expect(await world.accounts.lastAddressChange(user)).toEqual(world.clock.now());
      const now = world.clock.now();
      const waiting = await world.stores.outbox.lease('notice', now, world.clock.in(HOUR), 1_000);
      expect(waiting.map(({ delivery }) => delivery)).toContainEqual(
        expect.objectContaining({ user: { userId: user.userId, domain: user.domain }, alsoTo: user.mailAddresses }),
      );
    });

    it('threat: of two who save what they saw at once, one is told, and nothing of the other is lost', async () => {
      const user = await world.add();
      for (let round = 0; round < 20; round++) {
        const seen = await asSaved(user);
        const names = [`Round ${round} A`, `Round ${round} B`];
        const saved = await Promise.all(names.map((displayName) => change(user, { displayName }, seen)));
        expect(saved).toContainEqual({ ok: true, value: null });
        expect(saved).toContainEqual({ ok: false, refusal: 'changed-meanwhile' });
        expect((await asSaved(user)).displayName).toBe(names[saved.findIndex(({ ok }) => ok)]);
      }
      const refusal = (await world.facts(user)).find(({ type }) => type === 'account-change-refused');
      expect(refusal).toMatchObject({ change: 'change-details', reason: 'changed-meanwhile' });
    });

    it('threat: of an administrator and the user who save addresses at once, one is told', async () => {
      const user = await world.add();
      for (let round = 0; round < 20; round++) {
        const seen = await asSaved(user);
        const own = `own.${round}@example.org` as MailAddress;
        const theirs = `theirs.${round}@example.org`;
        const session = newSession(seen, world.clock.now());
        await world.ports.sessions.create(session, await world.ports.sessions.epochOf(seen));
        const signedIn = { user: seen, scope: { kind: 'full' }, session } as const;
        const typed = { mailAddresses: [own], shown: addressesVersion(seen) };
        const saved = await Promise.all([
          changeOwnAddresses(world.ports, signedIn, typed, ORIGIN),
          change(user, { mailAddresses: theirs, group: `group ${round}` }, seen),
        ]);
        expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
        expect(saved).toContainEqual({ ok: false, refusal: 'changed-meanwhile' });
        expect((await asSaved(user)).mailAddresses).toEqual([saved[0].ok ? own : theirs]);
      }
    });

    it('threat: a user who saves their addresses loses nothing that an administrator writes down at once', async () => {
      const user = await world.add();
      for (let round = 0; round < 20; round++) {
        const seen = await asSaved(user);
        const session = newSession(seen, world.clock.now());
        await world.ports.sessions.create(session, await world.ports.sessions.epochOf(seen));
        await change(user, { displayName: `Round ${round}`, mailAddresses: seen.mailAddresses.join('\n') }, seen);
        const own = `own.${round}@example.org` as MailAddress;
        const signedIn = { user: seen, scope: { kind: 'full' }, session } as const;
        const typed = { mailAddresses: [own], shown: addressesVersion(seen) };
        expect((await changeOwnAddresses(world.ports, signedIn, typed, ORIGIN)).ok).toBe(true);
        expect(await asSaved(user)).toMatchObject({ displayName: `Round ${round}`, mailAddresses: [own] });
      }
    });

    it('a user chooses the language of their own mails, and nothing else of theirs changes', async () => {
      const user = await world.add();
      const session = newSession(user, world.clock.now());
      await world.ports.sessions.create(session, await world.ports.sessions.epochOf(user));
      const signedIn = { user, scope: { kind: 'full' }, session } as const;
      expect(await changeOwnLanguage(world.ports, signedIn, 'nl', ORIGIN)).toEqual({ ok: true, value: null });
      expect(await asSaved(user)).toEqual({ ...user, language: 'nl' });
      expect(await world.facts(user)).toMatchObject([{ type: 'account-details-changed' }]);
      await world.ports.sessions.revoke(session.id, world.clock.now());
      expect(await changeOwnLanguage(world.ports, signedIn, 'fr', ORIGIN)).toEqual({
        ok: false,
        refusal: 'signed-out',
      });
    });

    it('threat: an administrator changes their own addresses, or those of staff, whose mail is the second person’s', async () => {
      const staff = await world.add(['user', 'helpdesk-approver']);
      expect(await change(administrator)).toEqual({ ok: false, refusal: 'own-account' });
      expect(await change(staff)).toEqual({ ok: false, refusal: 'address-of-staff' });
      expect(await change(staff, { mailAddresses: staff.mailAddresses.join('\n') })).toEqual({ ok: true, value: null });
      await takeRole(world.ports, signedInAs(administrator), staff, 'helpdesk-approver', ORIGIN);
      expect(await change(staff)).toEqual({ ok: true, value: null });
      const former = administrator;
      administrator = await world.add(['administrator']);
      await takeRole(world.ports, signedInAs(administrator), former, 'administrator', ORIGIN);
      const typed = { ...details(), shown: detailsVersion(await asSaved(staff)) };
      const late = changeDetails(world.ports, signedInAs(former), staff, typed, ORIGIN);
      expect(await late).toEqual({ ok: false, refusal: 'not-permitted' });
    });
  });
});

it.each<[string, Partial<TypedDetails>]>([
  ['name-invalid', { displayName: ' \n ' }],
  ['name-invalid', { displayName: 'x'.repeat(101) }],
  ['mail-addresses-invalid', { mailAddresses: 'nobody' }],
  ['mail-addresses-invalid', { mailAddresses: Array.from({ length: 6 }, (_, one) => `a${one}@b.example`).join('\n') }],
  ['language-unknown', { language: 'tlh' }],
  ['group-invalid', { group: 'x'.repeat(65) }],
])('details are refused: %s', (refusal, changes) => {
  expect(parseDetails({ ...TYPED, ...changes })).toEqual({ ok: false, refusal });
});
