import { beforeEach, describe, expect, it } from 'vitest';
import { checkProofs, NO_PROOFS } from '@/lib/accounts/proofs/check-proofs';
import { PROTECTED_ACTIONS, type EnrolmentLevel, type ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import { beginPasskeyRegistration, finishPasskeyRegistration } from '@/lib/accounts/passkeys/register-passkey';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { fakeAccess, JANE, RELYING_PARTY } from '../../support/doubles/fake-access-ports';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';

const ACTIVATION = `act-${'1'.repeat(32)}` as ActivationId;
const SECOND_PHONE = `act-${'2'.repeat(32)}` as ActivationId;
const PHONE = 'VDS1000001-1';

let ports: Awaited<ReturnType<typeof fakeAccess>>;
let devices: FakeVouchingDevices;
let jane: SignedIn;
let activatedAt: Date;
let vouchedFor: ActivationId | null;

beforeEach(async () => {
  ports = await fakeAccess();
  devices = new FakeVouchingDevices();
  // A code that nobody has typed yet: there is a device.
  devices.valid.add('123456');
  jane = await enter();
  activatedAt = ports.clock.now();
  vouchedFor = null;
  ports.vouchers = {
    ...ports.vouchers,
    find: async (session, since) =>
      session === jane.session.id && activatedAt > since
        ? { activationId: ACTIVATION, instanceId: PHONE, vouchedFor }
        : null,
  };
  const { store } = ports.passkeys;
  store.useUp = () => true;
});

async function enter(): Promise<SignedIn> {
  const result = await signIn(ports, JANE, ORIGIN);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

const provingPorts = (level: EnrolmentLevel = 'standard') => ({
  ...ports,
  devices,
  staff: { level, isExempt: () => false },
});

function attempt(action: ProtectedAction, by: SignedIn = jane, level: EnrolmentLevel = 'standard') {
  const typed = { ...NO_PROOFS, password: JANE.password };
  return checkProofs(provingPorts(level), by, { action }, typed, ORIGIN);
}

const VOUCHED = { ok: true, value: { recoveryCode: null, voucher: ACTIVATION } };
const REFUSED = { ok: false, refusal: 'second-proof-required' };
const BACKUPS = ['bind-device', 'add-passkey', 'make-recovery-code'] as const;

describe('a device that a session has just activated', () => {
  it.each(BACKUPS)('the device vouches for one backup: %s, which has to use it up', async (action) => {
    expect(await attempt(action)).toEqual(VOUCHED);
    expect(ports.audit.records.at(-1)?.event).toMatchObject({ type: 'proof-given', proof: 'activated-device' });
  });

  it('threat: it vouches for nothing but a backup', async () => {
    for (const action of PROTECTED_ACTIONS.filter((one) => !(BACKUPS as readonly string[]).includes(one)))
      expect(await attempt(action)).not.toEqual(VOUCHED);
  });

  it('threat: a stolen cookie of another session, or the password elsewhere: it vouches there for nothing', async () => {
    expect(await attempt('add-passkey', await enter())).toEqual(REFUSED);
  });

  it('the device vouches for 15 minutes, and no longer', async () => {
    ports.clock.pass(15 * MINUTE - SECOND);
    expect(await attempt('add-passkey')).toEqual(VOUCHED);
    ports.clock.pass(SECOND);
    expect(await attempt('add-passkey')).toEqual(REFUSED);
  });

  it('the device still takes a recent proof of who it is, as binding itself does', async () => {
    ports.clock.pass(6 * MINUTE);
    const refused = await checkProofs(provingPorts(), jane, { action: 'add-passkey' }, NO_PROOFS, ORIGIN);
    expect(refused).toEqual({ ok: false, refusal: 'step-up-required' });
  });

  it('threat: it is locked, another device is there, or it is another user’s: it vouches for nothing', async () => {
    devices.isOnlyDevice = async () => false;
    for (const action of BACKUPS) expect(await attempt(action)).toEqual(REFUSED);
  });

  it('threat: an activation by the helpdesk’s invitation: its session binds no second authenticator', async () => {
    const invited = { ...jane, scope: { kind: 'invitation', invitationId: 'inv-1' as InvitationId } } as const;
    for (const action of BACKUPS) expect(await attempt(action, invited)).toEqual(REFUSED);
  });

  it('the device vouches for nothing at strong, where binding takes a second proof, and is not asked at open', async () => {
    for (const action of BACKUPS) expect(await attempt(action, jane, 'strong')).toEqual(REFUSED);
    for (const action of BACKUPS)
      expect(await attempt(action, jane, 'open')).toEqual({
        ok: true,
        value: { recoveryCode: null, voucher: null },
      });
  });

  it('while the second device that it vouched for is pending, its start may be repeated, and nothing else', async () => {
    vouchedFor = SECOND_PHONE;
    expect(await attempt('bind-device')).toEqual(VOUCHED);
    expect(await attempt('add-passkey')).toEqual(REFUSED);
    expect(await attempt('make-recovery-code')).toEqual(REFUSED);
  });

  it('the device vouches for a passkey until that is finished, and has nothing left once there is one', async () => {
    const typed = { ...NO_PROOFS, password: JANE.password };
    const begun = await beginPasskeyRegistration(provingPorts(), jane, typed, ORIGIN);
    if (!begun.ok) throw new Error(begun.refusal);
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(begun.value);
    const finish = () => finishPasskeyRegistration(provingPorts(), jane, { answer, name: 'Laptop' }, ORIGIN);
    expect((await finish()).ok).toBe(true);
    expect(await attempt('make-recovery-code')).toEqual(REFUSED);
  });

  it('threat: a passkey that was begun in time and finished late is not added', async () => {
    ports.clock.pass(14 * MINUTE);
    const typed = { ...NO_PROOFS, password: JANE.password };
    const begun = await beginPasskeyRegistration(provingPorts(), jane, typed, ORIGIN);
    if (!begun.ok) throw new Error(begun.refusal);
    const answer = new SoftwareAuthenticator(RELYING_PARTY.origin).register(begun.value);
    ports.clock.pass(MINUTE);
    const finished = await finishPasskeyRegistration(provingPorts(), jane, { answer, name: 'Laptop' }, ORIGIN);
    expect(finished.ok).toBe(false);
    expect(await ports.passkeys.store.list(JANE)).toEqual([]);
  });
});
