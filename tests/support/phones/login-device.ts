import type { GatewayAddress } from '@/lib/phone/gateway-address';
import type { LoginDevice } from '@/lib/phone/login/login-steps';
import type { RegistrationCredentials } from '@/lib/gateways/embedded/engine/registration/register';
import { finishActivation, link, valueOf, TEST_PIN } from './activate-device';

/** Activates a device and returns it unlocked. */
export async function loginDevice(credentials: RegistrationCredentials, gateway: GatewayAddress): Promise<LoginDevice> {
  const linked = await link(credentials, gateway);
  const { instanceId, userId, domain } = valueOf(await finishActivation(linked, TEST_PIN, new Date()));
  return { instanceId, userId, domain, instanceKey: linked.instanceKey };
}

/** A login number other than `number`. */
export function anotherNumber(number: string): string {
  return number === '99' ? '10' : String(Number(number) + 1);
}
