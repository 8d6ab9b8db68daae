import { beforeAll, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount, takeRole } from '@/lib/helpdesk/administration/change-account';
import { changeDetails } from '@/lib/helpdesk/administration/change-details';
import { sendLinkAgain } from '@/lib/helpdesk/administration/create-account';
import { requestRole } from '@/lib/helpdesk/administration/request-role';
import { challengeCaller } from '@/lib/helpdesk/caller-check/challenge-caller';
import { requestManagerAnswer } from '@/lib/helpdesk/caller-check/manager/request-manager-answer';
import { requestChange } from '@/lib/helpdesk/desk/changes/request-change';
import { endSessionsOf } from '@/lib/helpdesk/safety/end-sessions-of';
import { requestLift } from '@/lib/helpdesk/safety/freeze/request-lift';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { revokeByStaff } from '@/lib/helpdesk/invitations/revoke-invitation';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { followProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import { confirmReadOut } from '@/lib/helpdesk/invitations/read-out/read-out';
import { prepareReissue } from '@/lib/helpdesk/desk/reissue/prepare-reissue';
import { requestRemoval } from '@/lib/helpdesk/desk/removal/request-removal';
import { undoLock } from '@/lib/helpdesk/safety/locks/undo-lock';
import type { Invitation } from '@/lib/helpdesk/invitations/invitation';
import type { Result } from '@/lib/shared/result';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../../../support/doubles/fake-administration';
import { fakeHelpdesk, onDatabase, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../../support/doubles/principal';
import { details } from '../administration/typed-details';
import { invite, typedReissue } from './typed-reissue';

type Target = { user: User; instanceId: string; invitation: Invitation };
type Attempt = (world: FakeHelpdesk, by: User, target: Target) => Promise<Result<unknown, string>>;

/** What staff do to other users and their requests, by what they do. */
const AT_HELPDESK: Record<string, Attempt> = {
  'prepare a re-issue': ({ ports }, by, { user }) => prepareReissue(ports, signedInAs(by), user),
  'send an invitation': ({ ports }, by, { user }) =>
    requestAsAgent(ports, signedInAs(by), user, typedReissue(), ORIGIN),
  'revoke an invitation': ({ ports }, by, { invitation }) =>
    revokeByStaff(ports, signedInAs(by), invitation.id, ORIGIN),
  'let a caller in by the digits they read': ({ ports }, by, { invitation }) =>
    confirmReadOut(ports, signedInAs(by), invitation.id, '123456', ORIGIN),
  'send a check to a phone': ({ ports }, by, { user }) => challengeCaller(ports, signedInAs(by), user, ORIGIN),
  'ask a manager': ({ ports }, by, { user }) => requestManagerAnswer(ports, signedInAs(by), user, ORIGIN),
  'lock a device': ({ ports }, by, { user, instanceId }) => lockDevice(ports, signedInAs(by), user, instanceId, ORIGIN),
  'undo a lock': ({ ports }, by, { user, instanceId }) => undoLock(ports, signedInAs(by), user, instanceId, ORIGIN),
  'ask for a removal': ({ ports }, by, { user, instanceId }) => {
    const typed = { instanceId, reason: 'lost', ticket: 'T-1', justification: null } as const;
    return requestRemoval(ports, signedInAs(by), user, typed, ORIGIN);
  },
  'ask for a change': ({ ports }, by, { user, instanceId }) => {
    const change = { change: 'unlock-device', role: null, instanceId, ticket: 'T-1' } as const;
    return requestChange(ports, signedInAs(by), user, change, ORIGIN);
  },
  'ask to lift a freeze': ({ ports }, by, { user }) => {
    const typed = { ticket: 'T-1', notes: [{ method: 'manager', detail: 'Max Poe' }] } as const;
    return requestLift(ports, signedInAs(by), user, typed, ORIGIN);
  },
  'sign somebody out everywhere': ({ ports }, by, { user }) => endSessionsOf(ports, signedInAs(by), user, ORIGIN),
};

type Change = (world: FakeAdministration, by: User, user: User) => Promise<Result<unknown, string>>;

const AS_ADMINISTRATOR: Record<string, Change> = {
  'disable an account': ({ ports }, by, user) => disableAccount(ports, signedInAs(by), user, ORIGIN),
  'take a role': ({ ports }, by, user) => takeRole(ports, signedInAs(by), user, 'user', ORIGIN),
  'ask for a role': ({ ports }, by, user) => requestRole(ports, signedInAs(by), user, 'auditor', ORIGIN),
  'change details': ({ ports }, by, user) => {
    return changeDetails(ports, signedInAs(by), user, { ...details(), shown: '' }, ORIGIN);
  },
  'mail a link again': ({ ports }, by, user) => sendLinkAgain(ports, signedInAs(by), user, ORIGIN),
};

/** Pages pass the domain of whoever signed in; these use cases are handed another. */
forUseCases((_name, open) => {
  let world: FakeHelpdesk;
  let administration: FakeAdministration;

  beforeAll(async () => {
    const database = await open();
    world = await fakeHelpdesk(onDatabase(database));
    administration = fakeAdministration(database);
  });

  describe('threat: staff of another domain learn who somebody is, and', () => {
    it.each(Object.entries(AT_HELPDESK))(
      'threat: staff of another domain learn about a user, and %s — no user is found',
      async (_what, attempt) => {
        const user = await world.newcomer();
        const { instanceId } = await world.activate(user);
        const invitation = await invite(world, user);
        const stranger = { ...world.otherAgent, domain: 'elsewhere' };
        const before = await world.ports.audit.head();
        expect(await attempt(world, stranger, { user, instanceId, invitation })).toEqual({
          ok: false,
          refusal: 'not-found',
        });
        expect(await world.ports.audit.head()).toEqual(before);
        const own = await attempt(world, world.otherAgent, { user, instanceId, invitation });
        expect(own).not.toEqual({ ok: false, refusal: 'not-found' });
      },
    );

    it('threat: staff of another domain learn the identifier of an invitation, and follow it — none is found', async () => {
      const { id } = await invite(world, await world.newcomer());
      const follow = (by: User) =>
        followProgress(world.ports, world.stores.changeFeed, by, { id, after: 0 }, () => AbortSignal.abort());
      expect(await follow({ ...world.otherAgent, domain: 'elsewhere' })).toBeNull();
      expect(await follow(world.otherAgent)).toMatchObject({ id });
    });

    it.each(Object.entries(AS_ADMINISTRATOR))(
      'threat: staff of another domain learn about an account, and %s — no account is found',
      async (_what, attempt) => {
        const user = await administration.add();
        const administrator = await administration.add(['administrator']);
        const facts = async () => (await administration.facts(user)).length;
        const before = await facts();
        const attempted = await attempt(administration, { ...administrator, domain: 'elsewhere' }, user);
        expect(attempted).toEqual({ ok: false, refusal: 'not-found' });
        expect(await facts()).toBe(before);
        expect(await attempt(administration, administrator, user)).not.toEqual({ ok: false, refusal: 'not-found' });
      },
    );
  });
});
