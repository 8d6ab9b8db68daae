import { beginActivation } from '@/lib/phone/activation/begin-activation';
import type { Connected, Licensed, Linked, Scanned } from '@/lib/phone/activation/activation-steps';
import { exchangeKeys } from '@/lib/phone/activation/exchange-keys';
import { finishActivation } from '@/lib/phone/activation/finish-activation';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import type { Instance } from '@/lib/phone/accounts/instance';
import { linkDevice } from '@/lib/phone/activation/link-device';
import { obtainLicence } from '@/lib/phone/activation/obtain-licence';
import type { RegistrationCredentials } from '@/lib/gateways/embedded/engine/registration/register';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { systemRandom } from '@/lib/shared/random';
import type { Result } from '@/lib/shared/result';
import { GATEWAY_ID } from '../servers/test-gateway';

export const TEST_PIN = '135790';

/** The value of a result that must not be a refusal. */
export function valueOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

/** A phone of the real program that goes as far as it is told to. */
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
  return valueOf(await linkDevice(await license(credentials, gateway), 'Test phone'));
}

export async function activateDevice(credentials: RegistrationCredentials, gateway: GatewayAddress): Promise<Instance> {
  return valueOf(await finishActivation(await link(credentials, gateway), TEST_PIN, new Date()));
}
