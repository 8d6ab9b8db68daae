import { beforeEach, describe, expect, it } from 'vitest';
import { perNetwork } from '@/lib/accounts/sign-in/limits';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { User } from '@/lib/accounts/users/user';
import { enterByInvitation } from '@/lib/helpdesk/invitations/enter-by-invitation';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import { followReadOut } from '@/lib/helpdesk/invitations/read-out/follow-read-out';
import type { Invitation } from '@/lib/helpdesk/invitations/invitation';
import { findOpenInvitation } from '@/lib/helpdesk/invitations/find-open-invitation';
import { openInvitation, previewInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { confirmReadOut, showReadOutCode } from '@/lib/helpdesk/invitations/read-out/read-out';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import type { ORIGIN } from '../../../../support/doubles/fake-activation-ports';
import { PASSWORD, type FakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import { MemoryKnownNetworks } from '../../../../support/doubles/stores/memory-known-networks';
import { signedInAs } from '../../../../support/doubles/principal';
import { elsewhere, refused, invitationStory } from './invitation-story';

/** Following the link. @param current gives the world */
export function openInvitationSuite(current: () => FakeHelpdesk): void {
  const { invited, from, receive, look, open, find, enter, end, opened } = invitationStory(current);
  let world: FakeHelpdesk;
  let jane: User;
  let origin: typeof ORIGIN;

  beforeEach(() => {
    [world, jane, origin] = [current(), invited(), from()];
  });

  describe('threat: a browser that was let in outlives the end of all sessions', () => {
    it('threat: a browser whose sessions have ended is not let in again with its old secret', async () => {
      const secret = await opened((await receive()).token, { password: PASSWORD });
      expect(await enter(secret)).toMatchObject({ ok: true });
      await end();
      expect(await enter(secret)).toEqual(refused('not-let-in'));
    });

    it('a browser whose password was checked before all sessions ended is not let in afterwards', async () => {
      const { token } = await receive();
      const users: HelpdeskPorts['users'] = Object.create(world.ports.users, {
        verifyPassword: {
          async value(...typed: Parameters<HelpdeskPorts['users']['verifyPassword']>) {
            const user = await world.ports.users.verifyPassword(...typed);
            world.fake.pass(1);
            await end();
            world.fake.pass(1);
            return user;
          },
        },
      });
      const result = await openInvitation(
        { ...world.ports, users },
        { token, code: '', password: PASSWORD },
        null,
        origin,
      );
      expect(await enter(result.ok ? result.value.secret : null)).toEqual(refused('not-let-in'));
    });

    it('a browser is not let in when its sessions end while it enters', async () => {
      const secret = await opened((await receive()).token, { password: PASSWORD });
      const epochOf: HelpdeskPorts['sessions']['epochOf'] = async (user) => {
        const epoch = await world.ports.sessions.epochOf(user);
        await end();
        return epoch;
      };
      const { sessions } = world.ports;
      const ended = { ...world.ports, sessions: { ...sessions, epochOf, create: sessions.create.bind(sessions) } };
      expect(await enterByInvitation(ended, secret, origin)).toEqual(refused('not-let-in'));
    });
  });

  describe('by a program that scans mail', () => {
    it('a mail scanner that fetches and runs the page changes nothing, however often', async () => {
      const { invitation, token } = await receive();
      for (let visit = 0; visit < 20; visit++)
        expect(await look(token)).toMatchObject({ ok: true, value: { asksFor: 'password' } });
      expect(await find(invitation)).toEqual(invitation);
    });

    it('threat: a program that previews links does not learn whose it is before the button is pressed', async () => {
      const { token } = await receive();
      const unasked = await look(token);
      expect(unasked).toMatchObject({ ok: true, value: { userId: 'j…', isUserIdWhole: false } });
      expect(JSON.stringify(unasked)).not.toContain(jane.userId);
      expect(await previewInvitation(world.ports, token, null, origin, true)).toMatchObject({
        ok: true,
        value: { userId: jane.userId, isUserIdWhole: true },
      });
      expect(await look(token, jane)).toMatchObject({ ok: true, value: { userId: jane.userId } });
    });

    it('a mail scanner that presses the button too opens nothing, with any delivery', async () => {
      for (const delivery of ['mail', 'letter', 'phone'] as const) {
        const { invitation, token } = await receive(delivery);
        expect(await open(token)).toEqual(refused('proof-missing'));
        expect(await open(token, { code: 'submit' })).toMatchObject({ ok: false });
        expect(await find(invitation)).toMatchObject({ state: 'live' });
      }
    });

    it('threat: a mail scanner that presses the button for a read-out code enters nothing, and does not block the user', async () => {
      const { invitation, token } = await receive('phone');
      const scanner = await showReadOutCode(world.ports, token, origin);
      const person = await showReadOutCode(world.ports, token, origin);
      if (!scanner.ok || !person.ok) throw new Error('not shown');
      await confirmReadOut(world.ports, signedInAs(world.agent), invitation.id, person.value.code, origin);
      expect(await enter(scanner.value.secret)).toEqual(refused('not-let-in'));
      expect(await enter(person.value.secret)).toMatchObject({ ok: true });
    });
  });

  describe('with a letter', () => {
    it('a letter’s code opens its invitation in any typed form', async () => {
      const { invitation, token } = await receive('letter');
      const { code } = await world.mailbox.newest(jane.userId, 'invitation-code');
      expect(await look(token)).toMatchObject({ ok: true, value: { asksFor: 'code' } });
      const secret = await opened(token, { code: ` ${code.toLowerCase().replace('-', ' ')} ` });
      expect(await find(invitation)).toMatchObject({ state: 'opened', proof: 'code' });
      expect(await enter(secret)).toMatchObject({ ok: true, value: { user: { userId: jane.userId } } });
    });

    it('a letter’s invitation ends after five wrong codes, even for the right one', async () => {
      const { invitation, token } = await receive('letter');
      const { code } = await world.mailbox.newest(jane.userId, 'invitation-code');
      for (let guess = 0; guess < 5; guess++)
        expect(await open(token, { code: 'AAAA-AAAA' })).toEqual(refused('wrong-code'));
      expect(await open(token, { code })).toEqual(refused('revoked'));
      expect(await find(invitation)).toMatchObject({ state: 'revoked', why: 'too-many-wrong-codes' });
    });

    it('concurrent guesses of a letter’s code are compared no more than five times', async () => {
      const { token } = await receive('letter');
      const all = await Promise.all(Array.from({ length: 30 }, () => open(token, { code: 'AAAA-AAAA' })));
      const compared = all.filter((one) => !one.ok && one.refusal === 'wrong-code');
      expect(compared.length).toBeLessThanOrEqual(5);
    });

    it('a code of another letter is refused', async () => {
      const john = await world.newcomer();
      await receive('letter', john);
      const { code } = await world.mailbox.newest(john.userId, 'invitation-code');
      const { token } = await receive('letter');
      expect(await open(token, { code })).toEqual(refused('wrong-code'));
    });
  });

  describe('with a password', () => {
    it.each(['mail', 'letter', 'phone'] as const)(
      'a password opens an invitation that came by %s',
      async (delivery) => {
        const { invitation, token } = await receive(delivery);
        expect(await open(token, { password: 'not the password' })).toEqual(refused('wrong-password'));
        await opened(token, { password: PASSWORD });
        expect(await find(invitation)).toMatchObject({ state: 'opened', proof: 'password' });
      },
    );

    it('a password may be guessed ten times in a quarter of an hour', async () => {
      const { token } = await receive();
      for (let guess = 0; guess < 10; guess++) await open(token, { password: 'not the password' });
      expect(await open(token, { password: PASSWORD })).toEqual(refused('too-many-attempts'));
      world.fake.pass(15 * MINUTE);
      await opened(token, { password: PASSWORD });
    });

    it('threat: a lock-out: wrong passwords at the sign-in page do not block an invitation', async () => {
      const { token } = await receive();
      const settings = { domain: jane.domain, sessionLifetimeMs: HOUR, stepUpAgeMs: HOUR, staffIdleMs: HOUR };
      const access = { ...world.ports, settings, knownNetworks: new MemoryKnownNetworks() };
      const guess = { userId: jane.userId, password: 'not the password' };
      for (let count = 0; count < 30; count++) await signIn(access, guess, elsewhere(count));
      expect(await signIn(access, { ...guess, password: PASSWORD }, elsewhere(30))).toEqual(
        refused('too-many-attempts'),
      );
      await opened(token, { password: PASSWORD });
    });

    it('a right password does not use up the network’s sign-ins', async () => {
      const budgets = perNetwork('sign-in', origin);
      for (let count = 0; count < 59; count++) expect(await world.ports.rateLimiter.take(budgets)).toBeNull();
      for (const user of [jane, await world.newcomer()])
        await opened((await receive('mail', user)).token, { password: PASSWORD });
    });
  });

  describe('signed in', () => {
    it('the invited person needs nothing more when they are signed in', async () => {
      const { invitation, token } = await receive();
      expect(await look(token, jane)).toMatchObject({ ok: true, value: { asksFor: 'nothing' } });
      expect(await open(token, {}, jane)).toMatchObject({ ok: true, value: { secret: null } });
      expect(await find(invitation)).toMatchObject({ state: 'opened', proof: 'signed-in' });
      expect(await open(token, {}, jane)).toMatchObject({ ok: true });
    });

    it('threat: another session of the invited user, such as a thief’s with the password, gets nothing of it', async () => {
      const { invitation, token } = await receive();
      expect(await open(token, {}, jane)).toMatchObject({ ok: true });
      const thief = signedInAs(jane, 'thief');
      const typed = { token, code: '', password: PASSWORD };
      expect(await openInvitation(world.ports, typed, thief, origin)).toEqual(refused('already-opened'));
      expect(await findOpenInvitation(world.ports, thief)).toBeNull();
      expect(await findOpenInvitation(world.ports, signedInAs(jane))).toMatchObject({ id: invitation.id });
    });

    it('threat: what a browser opened is no session’s, also of the invited person', async () => {
      const { token } = await receive();
      await opened(token, { password: PASSWORD });
      expect(await open(token, {}, jane)).toEqual(refused('already-opened'));
      expect(await findOpenInvitation(world.ports, signedInAs(jane))).toBeNull();
    });

    it.each([
      ['another person', {}],
      ['a namesake in another domain', { domain: 'elsewhere' }],
    ])('an invitation is refused to %s who is signed in, whatever else they know', async (_name, change) => {
      const { invitation, token } = await receive();
      const john = await world.newcomer();
      const visitor = 'domain' in change ? { ...jane, ...change } : john;
      expect(await look(token, visitor)).toEqual(refused('wrong-user'));
      expect(await open(token, { password: PASSWORD }, visitor)).toEqual(refused('wrong-user'));
      expect(await find(invitation)).toEqual(invitation);
    });

    it('a session that another invitation opened is no proof', async () => {
      const { token } = await receive();
      const invitationId = `inv-${'0'.repeat(32)}` as Invitation['id'];
      const visitor = { ...signedInAs(jane), scope: { kind: 'invitation', invitationId } } as const;
      const typed = { token, code: '', password: '' };
      expect(await openInvitation(world.ports, typed, visitor, origin)).toEqual(refused('wrong-user'));
    });
  });

  describe('on the phone', () => {
    it('the browser whose code was read out to the agent is let in, and notified', async () => {
      const { invitation, token } = await receive('phone');
      expect((await world.mailbox.newest(jane.userId, 'invitation')).proof).toBe('read-out');
      const shown = await showReadOutCode(world.ports, token, origin);
      if (!shown.ok) throw new Error(shown.refusal);
      const { secret, code } = shown.value;
      expect(code).toMatch(/^\d{6}$/);
      expect(await enter(secret)).toEqual(refused('not-let-in'));
      const question = { secret, id: invitation.id, after: invitation.version + 1 };
      const { signal } = new AbortController();
      const waiting = followReadOut(world.ports, world.stores.changeFeed, question, () => signal);
      const confirmed = await confirmReadOut(world.ports, signedInAs(world.agent), invitation.id, ` ${code} `, origin);
      expect(confirmed).toMatchObject({ ok: true, value: { state: 'opened', proof: 'read-out' } });
      expect(await waiting).toMatchObject({ state: 'let-in' });
      expect(await enter(secret)).toMatchObject({ ok: true });
    });

    it('the agent has five tries, and only codes that are shown count', async () => {
      const { invitation, token } = await receive('phone');
      const confirm = (code: string) =>
        confirmReadOut(world.ports, signedInAs(world.agent), invitation.id, code, origin);
      expect(await confirm('123456')).toEqual(refused('not-shown-yet'));
      const shown = await showReadOutCode(world.ports, token, origin);
      const right = shown.ok ? shown.value.code : '';
      const wrong = right === '000000' ? '000001' : '000000';
      for (let guess = 0; guess < 5; guess++) expect(await confirm(wrong)).toEqual(refused('wrong-code'));
      expect(await confirm(right)).toEqual(refused('already-over'));
      expect(await find(invitation)).toMatchObject({ state: 'revoked', why: 'too-many-wrong-codes' });
    });

    it('a read-out code is not confirmed by the invited user', async () => {
      const { invitation, token } = await receive('phone');
      const shown = await showReadOutCode(world.ports, token, origin);
      const asAgent = { ...jane, roles: ['user', 'helpdesk-agent'] as const };
      const code = shown.ok ? shown.value.code : '';
      expect(await confirmReadOut(world.ports, signedInAs(asAgent), invitation.id, code, origin)).toEqual(
        refused('own-account'),
      );
    });

    it('a read-out code is shown only for an invitation by phone', async () => {
      const { token } = await receive('mail');
      expect(await showReadOutCode(world.ports, token, origin)).toEqual(refused('proof-missing'));
    });
  });
}
