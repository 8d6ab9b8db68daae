import { auditContext, noRequest } from '../../../audit/audit-context';
import type { FreezeId } from '../../../accounts/freeze/freeze';
import { perObject } from '../../../accounts/sign-in/limits';
import type { RateLimiter } from '../../../accounts/sign-in/rate-limiter';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import type { FreezePorts } from '../safety-ports';
import { freezeAccount } from './freeze-account';

/**
 * Freezes everything of a device's owner. A locked device may not: its lock says that it may be in other hands, and a
 * freeze takes two members of staff to lift, so whoever holds the device could keep its owner out. It is answered as one
 * that does not exist.
 * @param device has proved its key
 * @param press 32 hexadecimal digits that name the press. Sent again it is answered again, also to the device that the
 *   freeze has locked; once the freeze was lifted it freezes nothing
 */
export async function freezeByPhone(
  ports: FreezePorts & { rateLimiter: RateLimiter },
  device: UserKey & { instanceId: string; isActive: boolean },
  press: string,
): Promise<Result<null, 'not-found' | 'paused'>> {
  const id = `frz-${press}` as FreezeId;
  const freeze = await ports.freezes.find(id);
  if (freeze) return freeze.state === 'lifted' ? refuse('not-found') : accept(null);
  if (!device.isActive) return refuse('not-found');
  if (await ports.rateLimiter.take([perObject('phone-freeze', device.instanceId)])) return refuse('paused');
  // Frozen before is as good.
  await freezeAccount(ports, device, 'phone', auditContext({ kind: 'phone' }, device, noRequest(id)), { id });
  return accept(null);
}
