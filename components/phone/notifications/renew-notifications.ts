import type { UsableAccount } from '@/lib/phone/accounts/account';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { registerNotifications } from '@/lib/phone/register-notifications';
import type { Bytes } from '@/lib/shared/bytes';
import { loadScript } from '../load-script';
import type { Phone } from '../phone';

/** Loaded with the first unlocked account, because the scan screen does not need it. */
const loadReach = () => loadScript(() => import('./reach-by-push'));

/**
 * Registers the phone's notification address again, and how it is reached while the app is closed, once per start of the app (OneSpan §2.3). This takes the instance key, so
 * it happens when the account is first unlocked. If the gateway fails, the next start tries again.
 */
export async function renewNotifications(phone: Phone, account: UsableAccount, instanceKey: Bytes): Promise<void> {
  const { instanceId, notifications } = account;
  if (notifications === 'not-offered' || phone.renewed.has(instanceId)) return;
  phone.renewed.add(instanceId);
  try {
    await registerNotifications(await phone.gateway(), account, instanceKey, phone.notificationId, phone.random);
    const { reachByPush } = await loadReach();
    await reachByPush(phone, { instanceId, instanceKey });
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
  }
}
