import type { RequestOrigin } from '../access/access-ports';
import { refuse } from '../shared/result';
import { aboutActivation } from './about-activation';
import { isPending, type RegisteredActivation } from './activation';
import type { CodeRefusal } from './activation-gateway';
import type { ActivationPorts } from './activation-ports';
import { refreshActivation } from './refresh-activation';

export type CodeEntryRefusal =
  | 'not-found'
  | 'offline-not-offered'
  | 'wrong-device-code'
  | 'wrong-signature'
  | 'over'
  | 'too-many-attempts'
  | 'payload-too-long'
  | 'value-not-representable';

const WRONG = { 'device-code': 'wrong-device-code', signature: 'wrong-signature' } as const;

/** Records that a typed code was refused, and finds out whether that has ended the activation. */
export async function refuseCode(
  ports: ActivationPorts,
  activation: RegisteredActivation,
  code: keyof typeof WRONG,
  refusal: CodeRefusal,
  origin: RequestOrigin,
): Promise<{ ok: false; refusal: CodeEntryRefusal }> {
  const actor = { kind: 'user', userId: activation.userId } as const;
  const about = aboutActivation(activation, actor, origin);
  await ports.audit.append({ type: 'activation-code-refused', activationId: activation.id, code, ...about });
  const seen = await refreshActivation(ports, activation);
  return refuse(refusal === 'over' || !isPending(seen) ? 'over' : WRONG[code]);
}
