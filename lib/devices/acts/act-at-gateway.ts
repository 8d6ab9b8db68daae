import type { AuditEvent } from '../../audit/audit-event';
import { GatewayError } from '../../activation/gateway-error';
import { parseInstanceId } from '../../shared/identifiers/instance-id';
import { MINUTE } from '../../shared/time/duration';
import type { AuthenticatorPorts } from '../authenticator-ports';
import { findHeld } from '../find-own-authenticator';
import { unlockUnlessHeld } from '../locks/unlock-unless-held';
import { generateDeviceActId, type DeviceAct, type ReadHold } from './device-act';

export type ActPorts = Pick<AuthenticatorPorts, 'directory' | 'holds' | 'clock' | 'deviceActs' | 'random'>;

/** Longer than the calls of an act may take, so that none is under way. */
const LEASE_MS = MINUTE;

const BATCH = 200;

/** @property released a hold that has to go for it; null for none */
export type NewAct = Pick<DeviceAct, 'userId' | 'domain' | 'instanceId' | 'deed' | 'event'> & {
  released?: ReadHold | null;
};

/**
 * Does something at the gateway that is written down before, and recorded after, whatever dies in between: the round finds out
 * whether it was done, or does it.
 * @param ask asks the gateway @param eventsOf what is recorded of its answer
 * @returns null, and nothing was done, where the hold no longer stands as it was read
 * @throws GatewayError if the gateway fails. What it is known not to have done, and whatever released a hold, is as before; the round sees to the rest
 */
export async function actAtGateway<Answer>(
  { deviceActs, clock, random }: Omit<ActPorts, 'directory' | 'holds'>,
  { released = null, ...about }: NewAct,
  ask: () => Promise<Answer>,
  eventsOf: (answer: Answer) => AuditEvent[],
): Promise<Answer | null> {
  const now = clock.now();
  const lookAt = new Date(now.getTime() + LEASE_MS);
  const act: DeviceAct = { id: generateDeviceActId(random), ...about, begunAt: now, lookAt };
  if (!(await deviceActs.begin(act, released))) return null;
  let answer: Answer;
  try {
    answer = await ask();
  } catch (error) {
    if (error instanceof GatewayError && isUndone(act, released, error)) await deviceActs.takeBack(act, released);
    throw error;
  }
  await deviceActs.end(act, eventsOf(answer));
  return answer;
}

/**
 * Whether a device is as before: the call that changes it is the last one of a new name and a removal. One that is held again is
 * locked again by the round, whatever became of the call.
 */
function isUndone({ deed }: DeviceAct, released: ReadHold | null, { outcome }: GatewayError): boolean {
  return released !== null || ((deed.kind === 'rename' || deed.kind === 'remove') && outcome !== 'unknown');
}

/**
 * One round: finishes what processes died in, and what the gateway did not answer. Replicas may run rounds at the same time.
 * @param onFault receives the error of one that failed; the round goes on
 */
export async function finishActs(
  ports: ActPorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const { deviceActs, clock } = ports;
  const now = clock.now();
  const lookAt = new Date(now.getTime() + LEASE_MS);
  for (const act of await deviceActs.listDue(now, BATCH)) {
    if (signal.aborted) return;
    try {
      if (await deviceActs.claim(act, lookAt)) await deviceActs.end(act, (await finish(ports, act)) ? [act.event] : []);
    } catch (error) {
      // The lease ends, and a later round asks again.
      if (!(error instanceof GatewayError)) onFault(error);
    }
  }
}

/** @returns whether it is done; false if it never will be */
async function finish(ports: ActPorts, act: DeviceAct): Promise<boolean> {
  const { directory } = ports;
  const { instanceId, deed } = act;
  if (deed.kind === 'unlock') return (await unlockUnlessHeld(ports, instanceId)).ok;
  const held = await findHeld(directory, act, instanceId);
  switch (deed.kind) {
    case 'rename':
      if (held?.name === deed.before) return (await directory.rename(instanceId, deed.name)).ok;
      return held?.name === deed.name;
    case 'remove':
      // One that is gone is asked for too: what this site keeps of it goes with it. Somebody else's by now is left alone.
      if (held || (await hasNoOtherOwner(ports, act))) await directory.remove(instanceId);
      return true;
    case 'assignment':
      return held?.kind === 'hardware';
  }
}

async function hasNoOtherOwner({ directory }: ActPorts, { instanceId, userId, domain }: DeviceAct): Promise<boolean> {
  const device = directory.capabilities.findOwner === true ? parseInstanceId(instanceId) : null;
  if (!device) return false;
  const owner = await directory.findOwner(device.serialNumber);
  return owner === null || (owner.userId === userId && owner.domain === domain);
}
