import 'server-only';
import { isDemoStaff } from '../accounts/users/add-demo-accounts';
import type { Principal } from '../accounts/users/principal';
import { services } from '../composition/compose';

/** What staff should know about second factors that are not asked for here; null where they are. */
export async function proofLine({ user }: Principal): Promise<string | null> {
  const { config, proofs } = await services();
  if (proofs.staff.level === 'open')
    return user.roles.includes('administrator')
      ? 'Second factors are off: TESSERA_ENROLMENT is “open”. That is meant for tests.'
      : null;
  return config.isOnThisMachine && isDemoStaff(user.userId)
    ? 'Demo account: it needs no second factor, because only this machine reaches this site.'
    : null;
}
