import 'server-only';
import type { Principal } from '../accounts/users/principal';
import { services } from '../composition/compose';
import { t } from '../language/t';

/** What staff should know about second factors that are not asked for here; null where they are. */
export async function proofLine({ user }: Principal): Promise<string | null> {
  const { proofs } = await services();
  if (proofs.staff.level === 'open')
    return user.roles.includes('administrator')
      ? t('Second factors are off: TESSERA_ENROLMENT is “open”. That is meant for tests.')
      : null;
  return proofs.staff.isExempt(user.userId)
    ? t('Demo account: it needs no second factor, because only this machine reaches this site.')
    : null;
}
