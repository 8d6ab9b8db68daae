import { perNetwork, perObject } from '../../accounts/sign-in/limits';
import { auditContext } from '../../audit/audit-context';
import { parseInstanceId } from '../../shared/identifiers/instance-id';
import type { BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { deviceInRecord, type AuthenticatorInstance } from '../authenticator-directory';
import { findOwnAuthenticator } from '../find-own-authenticator';
import { lockAndHold } from '../locks/lock-and-hold';
import { MARK_LIFETIME_MS, type MarkPorts } from './device-marks';
import { sha256OfText } from '../../shared/bytes';

/**
 * A device that was activated in a browser which has no account any more, and that works as far as the gateway knows. Whoever
 * holds the browser is told when it was activated, and neither whose it is nor what it is called.
 * @property id names it to that browser alone: a hash of the browser's secret and the instance ID
 */
export type Ghost = { id: string; activatedAt: Date };

/** @throws GatewayError if the gateway fails */
export async function listGhosts(
  ports: MarkPorts,
  secret: BrowserSecret,
  origin: RequestOrigin,
): Promise<Result<Ghost[], 'too-many-attempts'>> {
  if (await ports.rateLimiter.take(perNetwork('device-mark', origin))) return refuse('too-many-attempts');
  const working = (await markedDevices(ports, secret)).filter(({ device }) => device.state === 'active');
  const ghosts = working.flatMap(({ id, device: { activatedAt } }) => (activatedAt ? [{ id, activatedAt }] : []));
  return accept(ghosts);
}

/**
 * Locks a ghost. Whoever holds its browser may: it only reduces access, and the lock is the user's own (`person`), which they
 * lift on the website with the proof that this always takes. They are told by mail.
 * @throws GatewayError if the gateway fails; the hold stands then, and the round locks the device
 */
export async function lockGhost(
  ports: MarkPorts,
  secret: BrowserSecret,
  ghostId: string,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'too-many-attempts'>> {
  const budgets = [...perNetwork('device-mark', origin), perObject('ghost-lock', await sha256OfText(secret))];
  if (await ports.rateLimiter.take(budgets)) return refuse('too-many-attempts');
  const ghost = (await markedDevices(ports, secret)).find(({ id }) => id === ghostId);
  if (!ghost) return refuse('not-found');
  const { owner, device } = ghost;
  // Pressed twice, or locked at the website meanwhile.
  if (device.state === 'locked') return accept(null);
  const fact = { type: 'deleted-device-locked', ...deviceInRecord(device) } as const;
  const event = { ...fact, ...auditContext({ kind: 'anonymous' }, owner, origin) };
  return lockAndHold(ports, device.instanceId, 'person', null, [event]);
}

type MarkedDevice = { id: string; owner: UserKey; device: AuthenticatorInstance };

/** Those that are not removed. */
async function markedDevices(ports: MarkPorts, secret: BrowserSecret): Promise<MarkedDevice[]> {
  const { marks, clock } = ports;
  const since = new Date(clock.now().getTime() - MARK_LIFETIME_MS);
  const instanceIds = await marks.list(await sha256OfText(secret), since);
  const found = await Promise.all(
    instanceIds.map(async (instanceId) => {
      const owner = await ownerOf(ports, instanceId);
      const device = owner && (await findOwnAuthenticator(ports.directory, owner, instanceId));
      return device && { id: await ghostIdOf(secret, instanceId), owner, device };
    }),
  );
  return found.filter((one) => one !== null);
}

async function ownerOf({ directory }: MarkPorts, instanceId: string): Promise<UserKey | null> {
  const name = directory.capabilities.findOwner === true ? parseInstanceId(instanceId) : null;
  return name && directory.findOwner(name.serialNumber);
}

async function ghostIdOf(secret: BrowserSecret, instanceId: string): Promise<string> {
  return (await sha256OfText(`${secret} ${instanceId}`)).slice(0, 32);
}
