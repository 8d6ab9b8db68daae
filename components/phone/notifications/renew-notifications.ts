import type { UsableAccount } from '@/lib/phone/accounts/account';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { registerNotifications } from '@/lib/phone/register-notifications';
import type { Bytes } from '@/lib/shared/bytes';
import type { Phone } from '../phone';

/**
 * Tells the gateway again where it reaches this phone, as is to be done at every start of the app (OneSpan §2.3). It takes
 * the account's key, so it happens when that is first opened. When the gateway cannot be asked, the next start tries again.
 */
export async function renewNotifications(phone: Phone, account: UsableAccount, instanceKey: Bytes): Promise<void> {
  const { instanceId, notifications } = account;
  if (notifications !== 'on' || phone.renewed.has(instanceId)) return;
  phone.renewed.add(instanceId);
  try {
    await registerNotifications(await phone.gateway(), account, instanceKey, phone.notificationId, phone.random);
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
  }
}
