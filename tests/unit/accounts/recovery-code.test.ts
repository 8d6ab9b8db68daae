import { beforeEach, describe, expect, it } from 'vitest';
import { checkProofs, NO_PROOFS, NOTHING_USED_UP } from '@/lib/accounts/proofs/check-proofs';
import { proofWays } from '@/lib/accounts/proofs/prompt-for-proof';
import { PROTECTED_ACTIONS, type EnrolmentLevel, type ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import { deleteRecoveryCode, makeRecoveryCode } from '@/lib/accounts/recovery/change-recovery-code';
import {
  formatRecoveryCode,
  generateRecoveryCode,
  isOldRecoveryCode,
  parseRecoveryCode,
} from '@/lib/accounts/recovery/recovery-code';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { noticesOf } from '@/lib/messaging/notices/notices-of';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { systemRandom } from '@/lib/shared/random';
import { DAY, MINUTE } from '@/lib/shared/time/duration';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';

const ORIGIN = { correlationId: 'request', address: '192.0.2.1', browser: 'Chrome on Linux' };
const WRONG = { ok: false, refusal: 'recovery-code-wrong' };
const MISSING = { ok: false, refusal: 'second-proof-required' };

let ports: Awaited<ReturnType<typeof fakeAccess>>;
let devices: FakeVouchingDevices;
let jane: SignedIn;

beforeEach(async () => {
  ports = await fakeAccess();
  devices = new FakeVouchingDevices();
  devices.valid.add('123456');
  jane = await enter();
});

async function enter(): Promise<SignedIn> {
  const result = await signIn(ports, JANE, ORIGIN);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

async function make(): Promise<string> {
  const made = await makeRecoveryCode(ports, jane, ORIGIN);
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
}

function attempt(
  recoveryCode: string | null,
  { action = 'bind-device', level = 'standard', password = null }: Partial<Asked> = {},
) {
  const typed = { ...NO_PROOFS, password, recoveryCode };
  const known = { ...ports, devices, staff: { level, isExempt: () => false } };
  return checkProofs(known, jane, { action }, typed, ORIGIN);
}

type Asked = { action: ProtectedAction; level: EnrolmentLevel; password: string | null };

const another = () => formatRecoveryCode(generateRecoveryCode(systemRandom).code);
const recorded = () => ports.audit.records.map(({ event }) => event);

describe('the code', () => {
  it('a recovery code has 75 random bits and a check character, in four groups of four', () => {
    expect(another()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('a code is read in any case, with any gaps, and with letters for the digits they resemble', () => {
    const { code } = generateRecoveryCode({ bytes: (length) => new Uint8Array(length).fill(1) });
    const typed = formatRecoveryCode(code).toLowerCase().replaceAll('1', 'l').replaceAll('-', ' – ');
    expect(parseRecoveryCode(typed)).toBe(code);
  });

  it('a code with any single character mistyped is told from a wrong code', () => {
    const { code } = generateRecoveryCode(systemRandom);
    for (let at = 0; at < code.length; at++)
      expect(parseRecoveryCode(code.slice(0, at) + (code[at] === '7' ? '8' : '7') + code.slice(at + 1))).toBeNull();
  });

  it('a code is old after a year', () => {
    const madeAt = ports.clock.now();
    expect(isOldRecoveryCode({ madeAt }, ports.clock.in(365 * DAY - 1))).toBe(false);
    expect(isOldRecoveryCode({ madeAt }, ports.clock.in(365 * DAY))).toBe(true);
  });
});

describe('making one', () => {
  it('a new code is announced to every address, with the browser', async () => {
    await make();
    expect(noticesOf(ports.recoveryCodes.recorded, ports.clock.now())).toMatchObject([
      {
        user: { userId: 'jane.doe' },
        notice: { what: 'recovery-code-made', browser: 'Chrome on Linux', network: '192.0.2.0/24', by: 'user' },
      },
    ]);
  });

  it.each(['standard', 'strong'] as const)(
    'threat: a thief makes a code with a stolen password: at %s it takes a second proof, with a device or without',
    async (level) => {
      expect(await attempt(null, { action: 'make-recovery-code', level })).toEqual(MISSING);
      devices = new FakeVouchingDevices();
      expect(await attempt(null, { action: 'make-recovery-code', level })).toEqual(MISSING);
    },
  );

  it('a new code replaces the earlier one, and deleting leaves none', async () => {
    const first = await make();
    const second = await make();
    expect(await attempt(first)).toEqual(WRONG);
    expect((await attempt(second)).ok).toBe(true);
    await deleteRecoveryCode(ports, jane, ORIGIN);
    expect(await attempt(second)).toEqual(WRONG);
    expect(await ports.recoveryCodes.find(jane.user)).toBeNull();
  });
});

describe('using it', () => {
  it('a code permits binding a device beside a lost one, and the start has to consume it', async () => {
    const permitted = await attempt(await make());
    expect(permitted).toEqual({
      ok: true,
      value: { recoveryCode: expect.stringMatching(/^rcv-[0-9a-f]{32}$/), voucher: null },
    });
    expect(recorded().at(-1)).toMatchObject({ type: 'proof-given', proof: 'recovery-code' });
    // The start gives the session its proof, for the code: whoever has the one has not got the other.
    expect((await ports.sessions.find(jane.session.id, ports.clock.now()))?.proofs).not.toHaveProperty('recovery-code');
    expect(await ports.recoveryCodes.find(jane.user)).not.toBeNull();
  });

  it('a code is neither accepted nor compared for any other action', async () => {
    const code = await make();
    ports.recoveryCodes.comparisons = 0;
    const others = PROTECTED_ACTIONS.filter((action) => action !== 'bind-device');
    for (const action of others)
      expect(await attempt(code, { action })).not.toHaveProperty('value', expect.any(String));
    for (const action of ['replace-device', 'remove-device', 'unlock-device', 'add-passkey', 'remove-passkey'] as const)
      expect(await attempt(code, { action })).toEqual(MISSING);
    expect(ports.recoveryCodes.comparisons).toBe(0);
  });

  it('a code counts in its own request alone, and the session’s next request has to prove it again', async () => {
    expect((await attempt(await make())).ok).toBe(true);
    // As the start does.
    await ports.sessions.prove(jane.session.id, 'recovery-code', ports.clock.now());
    const session = await ports.sessions.find(jane.session.id, ports.clock.now());
    if (!session) throw new Error('the session has ended');
    jane = { ...jane, session };
    expect(await attempt(null)).toEqual(MISSING);
  });

  it('threat: a code found on paper: it asks for the password, however else the session was opened', async () => {
    const code = await make();
    jane = { ...jane, session: { ...jane.session, proofs: { 'new-device': ports.clock.now() } } };
    expect(await attempt(code)).toEqual({ ok: false, refusal: 'step-up-required' });
    expect(await attempt(code, { password: 'wrong' })).toEqual({ ok: false, refusal: 'wrong-password' });
    expect((await attempt(code, { password: JANE.password })).ok).toBe(true);
    ports.clock.pass(5 * MINUTE);
    expect(await attempt(code)).toEqual({ ok: false, refusal: 'step-up-required' });
  });

  it('a code is not compared where a password is enough', async () => {
    devices = new FakeVouchingDevices();
    expect(await attempt(await make())).toEqual({ ok: true, value: NOTHING_USED_UP });
    expect(ports.recoveryCodes.comparisons).toBe(0);
  });

  it('a code is offered only for binding a device, to users who have one', async () => {
    const known = { ...ports, devices, staff: { level: 'standard', isExempt: () => false } } as const;
    const ways = async (action: ProtectedAction) =>
      (await proofWays(known, jane.user, { action, missing: 'second' }, false)).ways;
    expect(await ways('bind-device')).not.toContain('recovery-code');
    await make();
    expect(await ways('bind-device')).toContain('recovery-code');
    expect(await ways('remove-device')).not.toContain('recovery-code');
  });
});

describe('threat: guessing', () => {
  it('a mistyped code is told for free, and is not compared', async () => {
    const code = await make();
    const mistyped = (code.startsWith('7') ? '8' : '7') + code.slice(1);
    for (let count = 0; count < 20; count++)
      expect(await attempt(mistyped)).toEqual({ ok: false, refusal: 'recovery-code-mistyped' });
    expect(ports.recoveryCodes.comparisons).toBe(0);
    expect((await attempt(code)).ok).toBe(true);
  });

  it('a user’s sixth code in a day is refused even if right, in all sessions together, until the next day', async () => {
    const code = await make();
    for (let count = 0; count < 5; count++) {
      expect(await attempt(another())).toEqual(WRONG);
      jane = await enter();
    }
    for (const typed of [another(), code])
      expect(await attempt(typed)).toEqual({ ok: false, refusal: 'too-many-recovery-codes' });
    const refusals = recorded().flatMap((event) => (event.type === 'recovery-code-refused' ? [event.reason] : []));
    expect(refusals).toEqual([...Array(5).fill('wrong-code'), 'too-many-attempts']);
    ports.clock.pass(DAY);
    jane = await enter();
    expect((await attempt(code)).ok).toBe(true);
  });

  it('concurrent guesses are compared no more than five times', async () => {
    await make();
    const answers = await Promise.all(Array.from({ length: 40 }, () => attempt(another())));
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'recovery-code-wrong')).toHaveLength(5);
    expect(ports.recoveryCodes.comparisons).toBe(5);
  });

  it('the right one does not count', async () => {
    const code = await make();
    for (let count = 0; count < 10; count++) expect((await attempt(code)).ok).toBe(true);
  });
});
