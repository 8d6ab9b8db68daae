import { ownContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { CONFLICT, retryOnConflict, type Conflict } from '../../shared/async/retry-on-conflict';
import type { AuthenticatorDirectory } from '../authenticator-directory';
import type { ReplacementPorts } from '../authenticator-ports';
import { generateDeviceReplacementId, REPLACING_LIFETIME_MS, type UnderWay } from './device-replacement';
import { findOwnAuthenticator } from '../find-own-authenticator';
import { hasRoomFor, readLimits } from '../read-limits';

/** `not-offered`: the gateway cannot lock, unlock or test devices. */
export type StartReplacementRefusal =
  | 'not-found'
  | 'not-offered'
  | 'locked'
  | 'another-under-way'
  | 'no-activation-left';

export function canReplace({ capabilities }: Pick<AuthenticatorDirectory, 'capabilities'>): boolean {
  return capabilities.lock === true && capabilities.unlock === true && capabilities.testOneTimePassword === true;
}

/**
 * Starts replacing one's own device by the next one that one activates, once that has passed a test login. The old one
 * works until then, so the licence needs room for both.
 * @throws GatewayError if the gateway fails
 */
export function startReplacement(
  ports: ReplacementPorts,
  owner: UserKey,
  instanceId: string,
  origin: RequestOrigin,
): Promise<Result<UnderWay, StartReplacementRefusal>> {
  return retryOnConflict(() => tryToStart(ports, owner, instanceId, origin));
}

async function tryToStart(
  ports: ReplacementPorts,
  { userId, domain }: UserKey,
  instanceId: string,
  origin: RequestOrigin,
): Promise<Result<UnderWay, StartReplacementRefusal> | Conflict> {
  const owner = { userId, domain };
  if (!canReplace(ports.directory)) return refuse('not-offered');
  const device = await findOwnAuthenticator(ports.directory, owner, instanceId);
  if (!device) return refuse('not-found');
  if (device.state === 'locked') return refuse('locked');
  const underWay = await ports.replacements.findUnderWay(owner);
  if (underWay) return underWay.oldInstanceId === instanceId ? accept(underWay) : refuse('another-under-way');
  if (!hasRoomFor(await readLimits(ports.directory, owner))) return refuse('no-activation-left');
  const startedAt = ports.clock.now();
  const replacement = {
    state: 'awaiting-device',
    id: generateDeviceReplacementId(ports.random),
    version: 1,
    userId,
    domain,
    oldInstanceId: instanceId,
    oldName: device.name,
    startedAt,
    notMeTokenHash: null,
    endsAt: new Date(startedAt.getTime() + REPLACING_LIFETIME_MS),
  } as const;
  const created = await ports.replacements.create(replacement, {
    events: [{ type: 'replacement-started', instanceId, ...ownContext(owner, origin) }],
    messages: [],
  });
  return created.ok ? accept(replacement) : CONFLICT;
}
