import { noRequest, systemContext } from '../../audit/audit-context';
import { GatewayError } from '../../activation/gateway-error';
import { mailsTo } from '../../messaging/new-message';
import { deviceInRecord } from '../authenticator-directory';
import type { ReplacementPorts } from '../authenticator-ports';
import {
  cancelReplacement,
  finish,
  isRetirementBegun,
  type OpenReplacement,
  type Retired,
  type Undoing,
} from './device-replacement';
import { finishLocks } from '../locks/finish-locks';
import { bringBack } from './end-replacement';
import { carryOutRetirement } from './retire-replaced-device';

const BATCH = 200;

/**
 * One reconciliation round: locks devices that are held and still work, removes retired devices whose undo period is over, cancels replacements that timed out, and
 * resumes what a crash interrupted. Replicas may run rounds concurrently.
 * @param onFault receives the error of a replacement that failed; the round goes on
 */
export async function watchReplacements(
  ports: ReplacementPorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  await finishLocks(ports, onFault, signal);
  for (const replacement of await ports.replacements.listDue(ports.clock.now(), BATCH)) {
    if (signal.aborted) return;
    try {
      await end(ports, replacement);
    } catch (error) {
      // The next round retries after a failure of the gateway.
      if (!(error instanceof GatewayError)) onFault(error);
    }
  }
}

async function end(ports: ReplacementPorts, replacement: OpenReplacement | Undoing): Promise<void> {
  if (replacement.state === 'undoing') {
    await bringBack(ports, replacement);
    return;
  }
  if (replacement.state === 'retired') {
    await remove(ports, replacement);
    return;
  }
  if (replacement.state === 'awaiting-test' && (await isRetirementBegun(ports, replacement))) {
    await carryOutRetirement(ports, replacement, noRequest(replacement.id));
    return;
  }
  const fact = { type: 'replacement-cancelled', instanceId: replacement.oldInstanceId } as const;
  const cancelled = cancelReplacement(replacement, ports.clock.now());
  await ports.replacements.save(cancelled, {
    events: [{ ...fact, ...systemContext(replacement, replacement.id) }],
    messages: [],
  });
}

async function remove(ports: ReplacementPorts, retired: Retired): Promise<void> {
  const now = ports.clock.now();
  const finished = finish(retired, now);
  if (!finished.ok) return;
  const { userId, domain, oldInstanceId: instanceId, oldName: device, newInstanceId, newName: newDevice } = retired;
  // `not-found` counts as removed.
  await ports.directory.remove(instanceId);
  const user = await ports.users.find(userId, domain);
  const content = { kind: 'device-replaced', userId, device, newDevice, at: now } as const;
  const mails = user ? mailsTo(user, { ...content, displayName: user.displayName }, retired.id) : [];
  const event = { type: 'device-replaced', userId, domain, at: now, instanceId, newInstanceId } as const;
  const old = deviceInRecord({ instanceId, name: device });
  const fact = { type: 'replacement-finished', ...old, newInstanceId } as const;
  await ports.replacements.save(finished.value, {
    events: [{ ...fact, ...systemContext(retired, retired.id) }],
    messages: [...mails, { channel: 'webhook', event, about: retired.id }],
  });
}
