import { beforeEach, describe, expect, it } from 'vitest';
import type { BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { may } from '@/lib/accounts/users/permission';
import type { User } from '@/lib/accounts/users/user';
import { principalOf } from '@/lib/helpdesk/invitations/enter-by-invitation';
import { revokeInvitation } from '@/lib/helpdesk/invitations/revoke-invitation';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import type { ORIGIN } from '../../../../support/doubles/fake-activation-ports';
import { LONG_AFTER_MS, PASSWORD, type FakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import { refused, invitationStory } from './invitation-story';

const BY_STAFF = { why: 'by-staff', actor: { kind: 'user', userId: 'agent' } } as const;

/** The link that was followed before, or too late, and the session that it opens. @param current gives the world */
export function openedInvitationSuite(current: () => FakeHelpdesk): void {
  const { invited, from, receive, look, open, enter, opened } = invitationStory(current);
  let world: FakeHelpdesk;
  let jane: User;
  let origin: typeof ORIGIN;

  beforeEach(() => {
    [world, jane, origin] = [current(), invited(), from()];
  });

  describe('a second time', () => {
    it('an opened invitation is refused a second time, with the same proof and in another browser', async () => {
      const { token } = await receive();
      await opened(token, { password: PASSWORD });
      expect(await open(token, { password: PASSWORD })).toEqual(refused('already-opened'));
      expect(await look(token)).toEqual(refused('already-opened'));
    });

    it('only one of several browsers that open an invitation concurrently is let in', async () => {
      const { token } = await receive();
      const all = await Promise.all([1, 2, 3, 4].map(() => open(token, { password: PASSWORD })));
      expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe('too late', () => {
    it('an invitation does not open after its time, watched or not', async () => {
      const { token } = await receive();
      world.fake.pass(HOUR);
      expect(await look(token)).toEqual(refused('expired'));
      expect(await open(token, { password: PASSWORD })).toEqual(refused('expired'));
      await world.watch();
      expect(await look(token)).toEqual(refused('expired'));
    });

    it('an invitation does not open after it was revoked or replaced', async () => {
      const first = await receive();
      const second = await receive();
      expect(await open(first.token, { password: PASSWORD })).toEqual(refused('revoked'));
      await revokeInvitation(world.ports, second.invitation, BY_STAFF, origin);
      expect(await open(second.token, { password: PASSWORD })).toEqual(refused('revoked'));
    });

    it('a link that is none opens no invitation', async () => {
      for (const token of ['', 'x', 'A'.repeat(43), '\u0000'.repeat(43), 'A'.repeat(5_000)])
        expect(await look(token)).toEqual(refused('unknown-link'));
    });

    it('no invitation opens after too many tries from one address', async () => {
      for (let visit = 0; visit < 60; visit++) await look('A'.repeat(43));
      const { token } = await receive();
      expect(await look(token)).toEqual(refused('too-many-attempts'));
      expect(await open(token, { password: PASSWORD })).toEqual(refused('too-many-attempts'));
    });
  });

  describe('the session', () => {
    it('an invited session may activate a device and nothing else, whatever the user’s roles', async () => {
      const { token } = await receive();
      const entered = await enter(await opened(token, { password: PASSWORD }));
      if (!entered.ok) throw new Error(entered.refusal);
      const allowed = (['activation:start', 'activation:view'] as const).map((permission) =>
        may(entered.value, permission),
      );
      expect(allowed).toEqual([true, true]);
      const closed = ['authenticator:view', 'authenticator:change', 'profile:change', 'user:view'] as const;
      const { user, scope } = entered.value;
      const everything = { user: { ...user, roles: ['user', 'helpdesk-agent', 'administrator'] as const }, scope };
      for (const permission of closed) expect(may(everything, permission)).toBe(false);
    });

    it('an invited session ends when the invitation is revoked, and half an hour after it was opened', async () => {
      const { invitation, token } = await receive();
      const secret = await opened(token, { password: PASSWORD });
      const entered = await enter(secret);
      if (!entered.ok) throw new Error(entered.refusal);
      const { session } = entered.value;
      expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(30 * MINUTE);
      expect(await principalOf(world.ports, session, jane)).toEqual({
        user: jane,
        scope: { kind: 'invitation', invitationId: invitation.id },
      });
      await revokeInvitation(world.ports, invitation, BY_STAFF, origin);
      expect(await principalOf(world.ports, session, jane)).toBeNull();
      expect(await enter(secret)).toEqual(refused('not-let-in'));
    });

    it('an invited session is opened in no other browser, and not after the end', async () => {
      const { token } = await receive();
      const secret = await opened(token, { password: PASSWORD });
      expect(await enter(null)).toEqual(refused('not-let-in'));
      expect(await enter('A'.repeat(43) as BrowserSecret)).toEqual(refused('not-let-in'));
      world.fake.pass(LONG_AFTER_MS);
      expect(await enter(secret)).toEqual(refused('not-let-in'));
    });
  });
}
