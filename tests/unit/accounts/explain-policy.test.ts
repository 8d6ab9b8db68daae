import { beforeEach, describe, expect, it } from 'vitest';
import { explainForUser } from '@/lib/accounts/proofs/explain-for-user';
import type { Verdict } from '@/lib/accounts/proofs/explain-policy';
import type { ProofKind } from '@/lib/accounts/proofs/proof';
import {
  ENROLMENT_LEVELS,
  missingProofs,
  PROTECTED_ACTIONS,
  type EnrolmentLevel,
  type ProtectedAction,
} from '@/lib/accounts/proofs/proof-policy';
import type { VouchingSummary } from '@/lib/accounts/proofs/vouching-devices';
import type { User } from '@/lib/accounts/users/user';
import type { ProofWay } from '@/lib/shared/form-state';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';

type Has = { devices?: 'trusted' | 'new' | 'locked' | null; roles?: User['roles']; bar?: User['bar'] };

const isEnrolled = ({ devices = null }: Has) => devices !== null;

/** What a gateway says of one device. */
function summaryOf(has: Has, now: Date): VouchingSummary {
  const { devices } = has;
  const trustedFrom = devices === 'new' ? new Date(now.getTime() + 24 * HOUR) : null;
  const isTrusted = devices === 'trusted';
  return {
    devices: devices ? [{ name: 'Pixel 9', state: devices === 'locked' ? 'locked' : 'active', trustedFrom }] : [],
    hasAny: isEnrolled(has),
    mayVouch: isTrusted,
    takesCodes: true,
    codeDevices: isTrusted ? [{ instanceId: 'VDS1000001-1', name: 'Pixel 9' }] : [],
    trustedNext: trustedFrom,
  };
}

/** "could: password + phone|one-time-password", or why not, with the ways on. */
function brief(verdict: Verdict, needs: readonly { ways: readonly ProofWay[] }[]): string {
  if (verdict.code === 'could') return `could: ${needs.map(({ ways }) => ways.join('|')).join(' + ')}`;
  if (verdict.code === 'barred') return `barred: ${verdict.bar}`;
  if (verdict.code === 'not-staff') return verdict.code;
  const waysOn = [...(verdict.from ? ['later'] : []), ...(verdict.isForHelpdesk ? ['helpdesk'] : [])];
  return `lacks ${verdict.lacking.what}: ${waysOn.join(', ')}`;
}

describe('an explanation of the policy on proofs', () => {
  let ports: Awaited<ReturnType<typeof fakeAccess>>;

  beforeEach(async () => {
    ports = await fakeAccess();
  });

  async function explained(action: ProtectedAction, level: EnrolmentLevel, has: Has) {
    const found = await ports.users.find(JANE.userId, JANE.domain);
    if (!found) throw new Error('there is no Jane');
    const vouching = Object.assign(new FakeVouchingDevices(), {
      describe: async () => summaryOf(has, ports.clock.now()),
    });
    const staff = { level, isExempt: () => false };
    const user = { ...found, roles: has.roles ?? found.roles, bar: has.bar ?? null };
    const { actions } = await explainForUser({ ...ports, staff, devices: vouching }, user, [action], true);
    if (!actions[0]) throw new Error('nothing was explained');
    return actions[0];
  }

  const AGENT: User['roles'] = ['helpdesk-agent'];

  it.each<[ProtectedAction, EnrolmentLevel, Has, string]>([
    ['bind-device', 'open', {}, 'could: password'],
    ['bind-device', 'open', { devices: 'trusted' }, 'could: password'],
    ['bind-device', 'standard', {}, 'could: password'],
    ['bind-device', 'standard', { devices: 'trusted' }, 'could: password + phone|one-time-password'],
    ['bind-device', 'standard', { devices: 'new' }, 'lacks second: later, helpdesk'],
    ['bind-device', 'standard', { devices: 'locked' }, 'lacks second: helpdesk'],
    ['bind-device', 'strong', {}, 'lacks second: helpdesk'],
    ['bind-device', 'strong', { devices: 'trusted' }, 'could: password + phone|one-time-password'],
    ['add-passkey', 'standard', { devices: 'locked' }, 'lacks second: '],
    ['unlock-device', 'standard', { devices: 'locked' }, 'lacks second: '],
    ['remove-device', 'standard', { devices: 'new' }, 'lacks second: later'],
    ['rename-device', 'strong', { devices: 'locked' }, 'could: password'],
    ['turn-password-off', 'standard', { devices: 'trusted' }, 'lacks second: '],
    ['act-as-staff', 'standard', {}, 'not-staff'],
    ['act-as-staff', 'standard', { roles: AGENT }, 'lacks second: '],
    ['act-as-staff', 'standard', { roles: AGENT, devices: 'new' }, 'could: phone'],
    ['decide-as-staff', 'standard', { roles: AGENT, devices: 'new' }, 'lacks second: later'],
    ['decide-as-staff', 'standard', { roles: AGENT, devices: 'trusted' }, 'could: phone|one-time-password'],
    ['bind-device', 'standard', { devices: 'trusted', bar: 'disabled' }, 'barred: disabled'],
    ['rename-device', 'open', { bar: 'locked' }, 'barred: locked'],
  ])('of %s at the level %s with %j is "%s"', async (action, level, has, expected) => {
    const { verdict, needs } = await explained(action, level, has);
    expect(brief(verdict, needs)).toBe(expected);
  });

  it('the explanation tells a first binding from a further one, and how old a proof may be', async () => {
    expect(await explained('bind-device', 'standard', {})).toMatchObject({ binding: 'first' });
    const further = await explained('bind-device', 'standard', { devices: 'locked' });
    expect(further).toMatchObject({ binding: 'further', needs: [{ what: 'identity' }, { maximumAgeMs: 5 * MINUTE }] });
    const { needs } = await explained('act-as-staff', 'standard', { roles: AGENT });
    expect(needs).toMatchObject([{ maximumAgeMs: null }]);
  });

  it.each(ENROLMENT_LEVELS)(
    'the explanation says "could" at the level %s exactly if the policy permits it with the ways named',
    async (level) => {
      const everybody: Has[] = ([null, 'trusted', 'new', 'locked'] as const).flatMap((devices) => [
        { devices, roles: JANE.roles },
        { devices, roles: AGENT },
      ]);
      for (const has of everybody) {
        for (const action of PROTECTED_ACTIONS) {
          const { verdict, needs } = await explained(action, level, has);
          if (verdict.code === 'not-staff') continue;
          const kinds = needs.flatMap(({ ways }) => ways.map((way) => kindOf(way, has)));
          const missing = missingProofs(
            action,
            {
              level,
              proofs: {},
              given: new Set(kinds),
              isEnrolled: isEnrolled(has),
              isExemptStaff: level === 'open',
              maximumAgeMs: MINUTE,
              provedSince: null,
            },
            ports.clock.now(),
          );
          expect(verdict.code, `${action} with ${JSON.stringify(has)}`).toBe(
            missing.length > 0 ? 'could-not' : 'could',
          );
        }
      }
    },
  );
});

function kindOf(way: ProofWay, { devices }: Has): ProofKind {
  if (way === 'helpdesk') return 'invitation';
  if (way === 'phone') return devices === 'new' ? 'new-device' : 'device';
  return way;
}
