import { ownContext } from '../audit/audit-context';
import type { AuditContext } from '../audit/audit-event';
import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import { parseDeviceName } from '../activation/start/device-name';
import { refuse, type Result } from '../shared/result';
import { abilitiesOf } from './abilities';
import { actAtGateway, type NewAct } from './acts/act-at-gateway';
import { deviceInRecord } from './authenticator-directory';
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
  const context = ownContext(owner, origin);
  if (change.kind === 'lock') {
    const event = { type: 'authenticator-locked', ...deviceInRecord(held), ...context } as const;
    return lockAndHold(ports, instanceId, 'person', null, [event]);
  }
  return apply(ports, owner, held, change, context);
}

async function apply(
  ports: AuthenticatorPorts,
  owner: UserKey,
  held: HeldAuthenticator,
  change: Exclude<AuthenticatorChange, { kind: 'lock' }>,
  context: AuditContext,
): Promise<Result<null, ChangeRefusal>> {
  const { directory, holds } = ports;
  const { instanceId, name: before } = held;
  const device = { ...deviceInRecord(held), ...context };
  const { userId, domain } = owner;
  const about = { userId, domain, instanceId };
  switch (change.kind) {
    case 'rename': {
      const parsed = parseDeviceName(change.name);
      if (!parsed.ok || parsed.value === null) return refuse('device-name-invalid');
      const name = parsed.value;
      const event = { type: 'authenticator-renamed', ...device, name } as const;
      const act = { ...about, deed: { kind: 'rename', name, before }, event } as const;
      return actOnOwn(ports, act, () => directory.rename(instanceId, name));
    }
    case 'unlock': {
      const at = await holds.heldAt(instanceId, 'person');
      const released = at && ({ cause: 'person', by: null, at } as const);
      const event = { type: 'authenticator-unlocked', ...device } as const;
      const act = { ...about, deed: { kind: 'unlock' }, event, released } as const;
      return actOnOwn(ports, act, () => unlockUnlessHeld(ports, instanceId));
    }
    case 'remove': {
      const event = { type: 'authenticator-removed', ...device, name: before } as const;
      // What may have to wait is written down and recorded there.
      if (directory.removeOnRequest)
        return directory.removeOnRequest(instanceId, { owner, name: before, by: userId, event });
      const act = { ...about, deed: { kind: 'remove' }, event } as const;
      return actOnOwn(ports, act, () => directory.remove(instanceId));
    }
  }
}

async function actOnOwn(
  ports: AuthenticatorPorts,
  act: NewAct,
  ask: () => Promise<Result<null, 'held' | 'not-found'>>,
): Promise<Result<null, 'held' | 'not-found'>> {
  const result = await actAtGateway(ports, act, ask, ({ ok }) => (ok ? [act.event] : []));
  // Somebody locked or unlocked it meanwhile.
  return result ?? refuse('held');
}
