import { isStaff } from '../users/role';
import type { User } from '../users/user';
import { isEnrolled, type ProofPorts } from './check-proofs';
import { explainPolicy, type Explanation } from './explain-policy';
import type { ProtectedAction } from './proof-policy';
import { proofWays } from './prompt-for-proof';
import { needsStaffProof } from './staff-proof';
import type { DescribedDevice } from './vouching-devices';

/** A user's authenticators, and the policy's verdict on each action. */
export type UserExplanation = {
  hasPassword: boolean;
  passkeys: number;
  devices: readonly DescribedDevice[];
  actions: readonly Explanation[];
};

/**
 * Explains the policy for a user who has just begun to sign in. Changes nothing and does not notify the user.
 * @param hasPhoneSignIn whether the gateway can challenge phones
 * @throws GatewayError if the gateway fails
 */
export async function explainForUser(
  ports: ProofPorts,
  user: User,
  actions: readonly ProtectedAction[],
  hasPhoneSignIn: boolean,
): Promise<UserExplanation> {
  const { staff, settings, passkeys } = ports;
  const summary = await ports.devices.describe(user);
  // The gateway is asked once, not for each action.
  const summarized = { ...ports, devices: { describe: async () => summary, hasAny: async () => summary.hasAny } };
  const count = (await passkeys.store.list(user)).length;
  const about = {
    level: staff.level,
    bar: user.bar ?? ((await ports.freezes.isFrozen(user)) ? ('frozen' as const) : null),
    isStaff: isStaff(user),
    isExemptStaff: !needsStaffProof(staff, user),
    isEnrolled: await isEnrolled(summarized, user),
    maximumAgeMs: settings.stepUpAgeMs,
  };
  const explained: Explanation[] = [];
  for (const action of actions) {
    const identity = await proofWays(summarized, user, { action, missing: 'identity' }, hasPhoneSignIn);
    const second = await proofWays(summarized, user, { action, missing: 'second' }, hasPhoneSignIn);
    const ways = { identity: identity.ways, second: second.ways };
    explained.push(explainPolicy(action, { ...about, trustedNext: second.trustedNext, ways }));
  }
  return {
    hasPassword: !(await ports.users.changesPasswords?.isOff(user)),
    passkeys: count,
    devices: summary.devices,
    actions: explained,
  };
}
