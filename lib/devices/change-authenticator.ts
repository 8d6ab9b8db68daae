import { ownContext } from '../audit/audit-context';
import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import { parseDeviceName } from '../activation/start/device-name';
import type { AuditFact } from '../audit/audit-event';
import { refuse, type Result } from '../shared/result';
import { abilitiesOf } from './abilities';
import { deviceInRecord, removeOnRequest } from './authenticator-directory';
import type { AuthenticatorPorts } from './authenticator-ports';
import { findHeld, type HeldAuthenticator } from './find-own-authenticator';
import { lockAndHold } from './locks/lock-and-hold';
import { unlockUnlessHeld } from './locks/unlock-unless-held';

export type AuthenticatorChange =
  | { kind: 'rename'; name: string }
  | { kind: 'lock' }
  | { kind: 'unlock' }
  | { kind: 'remove' };

/**
 * `held`: a cause other than the user's own keeps it locked, see `DeviceHolds`. `not-offered`: the gateway cannot.
 * `awaiting-approval`: the gateway will, once somebody there has approved it.
 */
export type ChangeRefusal = 'not-found' | 'device-name-invalid' | 'held' | 'not-offered' | 'awaiting-approval';

/** Renames, locks, unlocks or removes one's own device instance, and records that. */
export async function changeAuthenticator(
  ports: AuthenticatorPorts,
  owner: UserKey,
  instanceId: string,
  change: AuthenticatorChange,
  origin: RequestOrigin,
): Promise<Result<null, ChangeRefusal>> {
  if (ports.directory.capabilities[change.kind] !== true) return refuse('not-offered');
  const held = await findHeld(ports.directory, owner, instanceId);
  if (!held) return refuse('not-found');
  if (abilitiesOf(held.kind, ports.directory)[change.kind] !== true) return refuse('not-offered');
  if (change.kind === 'lock') {
    const event = { type: 'authenticator-locked', ...deviceInRecord(held), ...ownContext(owner, origin) } as const;
    return lockAndHold(ports, instanceId, 'person', null, [event]);
  }
  const result = await apply(ports, owner, held, change);
  if (!result.ok) return result;
  await ports.audit.append({ ...result.value, ...ownContext(owner, origin) });
  return { ok: true, value: null };
}

async function apply(
  ports: AuthenticatorPorts,
  owner: UserKey,
  held: HeldAuthenticator,
  change: Exclude<AuthenticatorChange, { kind: 'lock' }>,
): Promise<Result<AuditFact, ChangeRefusal>> {
  const { directory, holds } = ports;
  const { instanceId } = held;
  const device = deviceInRecord(held);
  switch (change.kind) {
    case 'rename': {
      const name = parseDeviceName(change.name);
      if (!name.ok || name.value === null) return refuse('device-name-invalid');
      const fact = { type: 'authenticator-renamed', ...device, name: name.value } as const;
      return answer(await directory.rename(instanceId, name.value), fact);
    }
    case 'unlock':
      await holds.release(instanceId, 'person');
      return answer(await unlockUnlessHeld(ports, instanceId), { type: 'authenticator-unlocked', ...device });
    case 'remove': {
      const { name } = held;
      const removed = await removeOnRequest(directory, instanceId, { owner, name, by: owner.userId });
      return answer(removed, { type: 'authenticator-removed', ...device, name });
    }
  }
}

function answer(result: Result<null, ChangeRefusal>, fact: AuditFact): Result<AuditFact, ChangeRefusal> {
  return result.ok ? { ok: true, value: fact } : result;
}
