import { beginActivation } from '@/lib/phone/activation/begin-activation';
import type { Connected, Licensed, Linked, Scanned } from '@/lib/phone/activation/activation-steps';
import { confirmActivation, type LastRefusal } from '@/lib/phone/activation/confirm-activation';
import { linkPhone } from '@/lib/phone/activation/drive-activation';
import { exchangeKeys } from '@/lib/phone/activation/exchange-keys';
import { obtainLicence } from '@/lib/phone/activation/obtain-licence';
import { prepareActivation } from '@/lib/phone/activation/prepare-activation';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import type { Instance } from '@/lib/phone/accounts/instance';
import type { PinRefusal } from '@/lib/phone/keys/pin-policy';
import type { RegistrationCredentials } from '@/lib/gateways/embedded/engine/registration/register';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { systemRandom } from '@/lib/shared/random';
import { accept, type Result } from '@/lib/shared/result';
import { GATEWAY_ID } from '../servers/test-gateway';

export const TEST_PIN = '135790';

/** @throws Error for a refusal */
export function valueOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

export async function scan(credentials: RegistrationCredentials, gateway: GatewayAddress): Promise<Scanned> {
  const payload = valueOf(formatActivationPayload({ ...credentials, gatewayId: GATEWAY_ID }));
  return valueOf(beginActivation(payload, gateway, systemRandom));
}

export async function connect(credentials: RegistrationCredentials, gateway: GatewayAddress): Promise<Connected> {
  return valueOf(await exchangeKeys(await scan(credentials, gateway)));
}

export async function license(credentials: RegistrationCredentials, gateway: GatewayAddress): Promise<Licensed> {
  return valueOf(await obtainLicence(await connect(credentials, gateway), systemRandom));
}

export async function link(credentials: RegistrationCredentials, gateway: GatewayAddress): Promise<Linked> {
  const ports = { random: systemRandom, description: 'Test phone' };
  return valueOf(await linkPhone(await scan(credentials, gateway), ports));
}

/** Makes connection 4 once, without retries. @param isRepeated whether it was made before */
export async function finishActivation(
  linked: Linked,
  pin: string,
  now: Date,
  isRepeated = false,
): Promise<Result<Instance, LastRefusal | PinRefusal>> {
  const prepared = await prepareActivation(linked, pin, now);
  if (!prepared.ok) return prepared;
  const { call, instance } = prepared.value;
  const owner = await confirmActivation(call, isRepeated);
  return owner.ok ? accept({ ...instance, ...owner.value }) : owner;
}

export async function activateDevice(credentials: RegistrationCredentials, gateway: GatewayAddress): Promise<Instance> {
  return valueOf(await finishActivation(await link(credentials, gateway), TEST_PIN, new Date()));
}
