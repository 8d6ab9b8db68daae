import { beforeEach, describe, expect, it } from 'vitest';
import { proofWays } from '@/lib/accounts/proofs/prompt-for-proof';
import { isOwnAccountOnly } from '@/lib/accounts/proofs/staff-proof';
import { enterWithProvider } from '@/lib/accounts/provider/enter-with-provider';
import { userIdFrom, type ProviderIdentity, type ProviderSettings } from '@/lib/accounts/provider/provider-identity';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { Role } from '@/lib/accounts/users/role';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';

const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
const SETTINGS: ProviderSettings = {
  issuer: 'https://login.bank.example',
  name: 'Bank Login',
  creates: false,
  hasStrongContext: true,
  givesRoles: false,
};
const STAFF = { level: 'standard', isExempt: () => false } as const;

let ports: Awaited<ReturnType<typeof fakeAccess>>;

beforeEach(async () => {
  ports = await fakeAccess();
  ports.identityProvider.settings = SETTINGS;
});

const jane = (changes: Partial<ProviderIdentity> = {}): ProviderIdentity => ({
  issuer: SETTINGS.issuer,
  subject: 'jane at the bank',
  userId: JANE.userId,
  displayName: 'Jane at the bank',
  mailAddresses: [],
  roles: null,
  context: null,
  isStrong: false,
  authenticatedAt: ports.clock.now(),
  ...changes,
});

const enter = (identity: ProviderIdentity, current: SignedIn | null = null) =>
  enterWithProvider(ports, identity, { current, isKnownTo: () => true }, ORIGIN);

async function entered(identity: ProviderIdentity): Promise<SignedIn> {
  const result = await enter(identity);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

const lastReason = () => {
  const event = ports.audit.records.at(-1)?.event;
  return event?.type === 'provider-refused' ? event.reason : null;
};

describe('whose account a sign-in with the provider opens', () => {
  it('an account is bound to the subject at the first sign-in, whatever its user name becomes', async () => {
    expect((await entered(jane())).user.userId).toBe(JANE.userId);
    expect((await entered(jane({ userId: 'jane.smith' }))).user.userId).toBe(JANE.userId);
    expect((await entered(jane({ userId: null }))).user.userId).toBe(JANE.userId);
  });

  it('threat: a user name that passes to another person at the provider opens nothing', async () => {
    await entered(jane());
    expect(await enter(jane({ subject: 'another' }))).toEqual({ ok: false, refusal: 'provider-unknown-user' });
    expect(lastReason()).toBe('bound-otherwise');
  });

  it.each([
    ['unknown-user', 'nobody', 'provider-unknown-user'],
    ['no-user-id', null, 'provider-no-user-id'],
  ])('a subject without an account here is refused: %s', async (reason, userId, refusal) => {
    expect(await enter(jane({ userId }))).toEqual({ ok: false, refusal });
    expect(lastReason()).toBe(reason);
  });

  it('an account without a password is created where the provider’s users get accounts', async () => {
    ports.identityProvider.settings = { ...SETTINGS, creates: true };
    const { user } = await entered(jane({ userId: 'new.person', subject: 'new' }));
    expect(user).toMatchObject({ userId: 'new.person', displayName: 'Jane at the bank', roles: ['user'] });
    expect(await ports.users.isOff(user)).toBe(true);
    expect(ports.users.recorded).toMatchObject([{ type: 'account-created', subject: { userId: 'new.person' } }]);
    expect((await entered(jane({ userId: 'other', subject: 'new' }))).user.userId).toBe('new.person');
  });

  it.each(['аlice.real', 'alice.real\u{200b}', 'ﬁona'])(
    'threat: a user name that reads like another makes no account, and one that exists keeps opening: %j',
    async (userId) => {
      ports.identityProvider.settings = { ...SETTINGS, creates: true };
      expect(await enter(jane({ userId, subject: 'new' }))).toEqual({ ok: false, refusal: 'provider-unknown-user' });
      await ports.users.add({ ...JANE, userId, domain: ports.settings.domain });
      expect((await entered(jane({ userId, subject: 'new' }))).user.userId).toBe(userId);
    },
  );

  it('a disabled account is not opened, whether or not it is bound', async () => {
    ports.users.disable(JANE);
    expect((await enter(jane())).ok).toBe(false);
    expect(lastReason()).toBe('no-account');
  });

  it.each(['a;b', ' ', 'a b', 'x'.repeat(256), 'a\u0000b'])(
    'a claimed user ID that an image cannot carry is refused: %j',
    (claimed) => {
      expect(userIdFrom(claimed)).toBeNull();
    },
  );
});

describe('what a sign-in with the provider is worth', () => {
  const agent = { ...JANE, userId: 'agent', roles: ['helpdesk-agent'] as Role[] };

  it.each([
    [true, false],
    [false, true],
  ])('the provider counts as second factor of staff only with a strong context: %s', async (isStrong, isLimited) => {
    await ports.users.add(agent);
    const { session, user } = await entered(jane({ userId: 'agent', isStrong }));
    expect(isOwnAccountOnly(STAFF, user, session.proofs, ports.clock.now())).toBe(isLimited);
  });

  it('the proof is as old as the sign-in at the provider', async () => {
    const authenticatedAt = new Date(ports.clock.now().getTime() - HOUR);
    expect((await entered(jane({ authenticatedAt }))).session.proofs).toEqual({ 'provider-identity': authenticatedAt });
  });

  it('the proof is never newer than now, whatever the provider’s clock says', async () => {
    const authenticatedAt = ports.clock.in(30 * SECOND);
    expect((await entered(jane({ authenticatedAt }))).session.proofs).toEqual({
      'provider-identity': ports.clock.now(),
    });
  });

  it('a sign-in that lies in the future is refused', async () => {
    expect(await enter(jane({ authenticatedAt: ports.clock.in(2 * MINUTE) }))).toMatchObject({ ok: false });
    expect(lastReason()).toBe('not-verified');
  });

  it('a sign-in older than a session’s lifetime is refused', async () => {
    const authenticatedAt = new Date(ports.clock.now().getTime() - 9 * HOUR);
    expect(await enter(jane({ authenticatedAt }))).toEqual({ ok: false, refusal: 'provider-not-fresh' });
  });

  it('threat: a sign-in there from before all sessions were ended opens none, and one from after it does', async () => {
    await entered(jane());
    ports.clock.pass(MINUTE);
    await ports.sessions.revokeAll(JANE.userId, JANE.domain, null, ports.clock.now());
    const before = new Date(ports.clock.now().getTime() - MINUTE);
    expect(await enter(jane({ authenticatedAt: before }))).toEqual({ ok: false, refusal: 'provider-not-fresh' });
    ports.clock.pass(MINUTE);
    expect((await enter(jane())).ok).toBe(true);
  });

  it('threat: sessions that are ended while the answer is checked end this one too', async () => {
    const { accounts } = ports.identityProvider;
    const bind = accounts.bind.bind(accounts);
    accounts.bind = async (...given) => {
      await ports.sessions.revokeAll(JANE.userId, JANE.domain, null, ports.clock.now());
      return bind(...given);
    };
    expect((await enter(jane())).ok).toBe(false);
    expect(lastReason()).toBe('changed-meanwhile');
  });
});

describe('confirming with the provider', () => {
  it('a confirmation adds its proof to the open session', async () => {
    const current = await entered(jane());
    ports.clock.pass(10 * MINUTE);
    const result = await enter(jane({ isStrong: true }), current);
    expect(result.ok && result.value.session.id).toBe(current.session.id);
    const session = await ports.sessions.find(current.session.id, ports.clock.now());
    expect(session?.proofs.provider).toEqual(ports.clock.now());
  });

  it('a confirmation has to be a sign-in of the last minutes', async () => {
    const current = await entered(jane());
    const authenticatedAt = new Date(ports.clock.now().getTime() - 5 * MINUTE);
    expect(await enter(jane({ authenticatedAt }), current)).toEqual({ ok: false, refusal: 'provider-not-fresh' });
  });

  it('threat: another person’s sign-in at the provider neither confirms nor takes the session over', async () => {
    await ports.users.add({ ...JANE, userId: 'john' });
    const current = await entered(jane());
    const john = jane({ subject: 'john', userId: 'john' });
    expect(await enter(john, current)).toEqual({ ok: false, refusal: 'provider-other-account' });
  });

  it('the provider is offered for identity, and as second proof where it counts, to users who signed in with it', async () => {
    const proofs = { ...ports, staff: STAFF, devices: new FakeVouchingDevices() };
    const ways = async (action: 'act-as-staff' | 'remove-device', missing: 'identity' | 'second') =>
      (
        await proofWays(proofs, { ...JANE, timeZone: null, group: null, bar: null }, { action, missing }, false)
      ).ways.includes('provider');
    expect(await ways('act-as-staff', 'second')).toBe(false);
    await entered(jane());
    expect(await ways('act-as-staff', 'second')).toBe(true);
    expect(await ways('remove-device', 'identity')).toBe(true);
    expect(await ways('remove-device', 'second')).toBe(false);
    ports.identityProvider.settings = { ...SETTINGS, hasStrongContext: false };
    expect(await ways('act-as-staff', 'second')).toBe(false);
  });
});

describe('roles of the provider', () => {
  it('the provider’s roles are applied at every sign-in, before the session opens', async () => {
    const { user, session } = await entered(jane({ roles: ['auditor'] }));
    expect(user.roles).toEqual(['user', 'auditor']);
    ports.clock.pass(MINUTE);
    expect((await entered(jane({ roles: [] }))).user.roles).toEqual(['user']);
    expect(await ports.sessions.find(session.id, ports.clock.now())).toBeNull();
  });
});
