import type { Activation, FailureReason, Reached, Ciphertext } from '../../../activation/activation';
import { isPending, isRegistered, shownPayload, type ActivationType } from '../../../activation/activation';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import type { InvitationId } from '../../../shared/identifiers/invitation-id';
import type { Activation as WholeRow } from '../../../generated/prisma/client';
import { present } from '../../present';

/** An activation's columns, without its lease and its idempotency key. */
export type ActivationRow = Omit<WholeRow, 'startKey' | 'leasedUntil' | 'leasedBy'>;

const REACHED_COLUMNS = {
  issued: 'issuedAt',
  shown: 'shownAt',
  scanned: 'scannedAt',
  verified: 'verifiedAt',
  linked: 'linkedAt',
  active: 'activeAt',
} as const;
type ReachedName = keyof typeof REACHED_COLUMNS;

/** Every property of `ActivationRow`. */
export const ROW_PROPERTIES = [
  'id',
  'userId',
  'domain',
  'deviceName',
  'activationType',
  'version',
  'state',
  'requestedAt',
  'requestedBrowser',
  'requestedNetwork',
  'invitationId',
  'isRecovery',
  'tries',
  'isSent',
  'expiresAt',
  'registrationIdentifier',
  'encryptedCredential',
  'gatewayUserId',
  'gatewayDomain',
  'gatewayBaseline',
  'encryptedPayload',
  'issuedAt',
  'shownAt',
  'scannedAt',
  'verifiedAt',
  'linkedAt',
  'activeAt',
  'endedAt',
  'instanceId',
  'mosaic',
  'failureReason',
] as const satisfies (keyof ActivationRow)[];

export function rowFromActivation(activation: Activation): ActivationRow {
  const reached: Reached = 'reached' in activation ? activation.reached : {};
  return {
    id: activation.id,
    userId: activation.userId,
    domain: activation.domain,
    deviceName: activation.deviceName,
    activationType: activation.activationType,
    version: activation.version,
    state: activation.state,
    requestedAt: activation.requestedAt,
    requestedBrowser: activation.requestedFrom?.browser ?? null,
    requestedNetwork: activation.requestedFrom?.network ?? null,
    invitationId: activation.invitationId,
    isRecovery: activation.isRecovery,
    tries: activation.tries,
    isSent: activation.state === 'requested' && activation.isSent,
    expiresAt: isPending(activation) ? activation.expiresAt : null,
    registrationIdentifier: 'registrationIdentifier' in activation ? activation.registrationIdentifier : null,
    encryptedCredential: activation.state === 'requested' ? activation.encryptedCredential : null,
    gatewayUserId: isRegistered(activation) ? activation.gatewayUser.userId : null,
    gatewayDomain: isRegistered(activation) ? activation.gatewayUser.domain : null,
    gatewayBaseline: isRegistered(activation) ? activation.gatewayBaseline : null,
    encryptedPayload: shownPayload(activation),
    issuedAt: reached.issued ?? null,
    shownAt: reached.shown ?? null,
    scannedAt: reached.scanned ?? null,
    verifiedAt: reached.verified ?? null,
    linkedAt: reached.linked ?? null,
    activeAt: reached.active ?? null,
    endedAt: 'endedAt' in activation ? activation.endedAt : null,
    instanceId: 'instanceId' in activation ? activation.instanceId : null,
    mosaic: 'mosaic' in activation ? activation.mosaic : null,
    failureReason: activation.state === 'failed' ? activation.reason : null,
  };
}

/** @throws TypeError when the row fits no state, which is a bug of the writer */
export function activationFromRow(row: ActivationRow): Activation {
  const { state } = row;
  const common = commonFromRow(row);
  const reached = reachedFromRow(row);
  const registered = () => ({ registrationIdentifier: present(row, 'registrationIdentifier'), reached });
  const pending = () => ({ expiresAt: present(row, 'expiresAt') });
  const followed = () => ({
    ...pending(),
    ...registered(),
    gatewayUser: { userId: present(row, 'gatewayUserId'), domain: present(row, 'gatewayDomain') },
    gatewayBaseline: row.gatewayBaseline,
  });
  const device = () => ({ instanceId: present(row, 'instanceId'), mosaic: row.mosaic });
  const ending = () => ({ reached, endedAt: present(row, 'endedAt') });
  switch (state) {
    case 'requested':
      return {
        ...common,
        ...pending(),
        state,
        encryptedCredential: row.encryptedCredential as Ciphertext | null,
        isSent: row.isSent,
      };
    case 'issued':
      return { ...common, ...followed(), state, encryptedPayload: present(row, 'encryptedPayload') as Ciphertext };
    case 'scanned':
      return { ...common, ...followed(), state };
    case 'verified':
      return { ...common, ...followed(), state, encryptedPayload: row.encryptedPayload as Ciphertext | null };
    case 'linked':
      return { ...common, ...followed(), ...device(), state };
    case 'active':
      return { ...common, ...registered(), ...ending(), ...device(), state };
    case 'failed':
      return { ...common, ...ending(), state, reason: present(row, 'failureReason') as FailureReason };
    case 'expired':
    case 'cancelled':
    case 'superseded':
      return { ...common, ...ending(), state };
    default:
      throw new TypeError(`activation ${row.id} is in the unknown state ${state}`);
  }
}

function commonFromRow({
  id,
  userId,
  domain,
  deviceName,
  version,
  requestedAt,
  isRecovery,
  tries,
  ...row
}: ActivationRow) {
  const requestedFrom =
    row.requestedBrowser === null ? null : { browser: row.requestedBrowser, network: row.requestedNetwork };
  const invitationId = row.invitationId as InvitationId | null;
  const names = { id: id as ActivationId, invitationId, activationType: row.activationType as ActivationType };
  return { ...names, userId, domain, deviceName, version, requestedAt, requestedFrom, isRecovery, tries };
}

export function reachedFromRow(row: Pick<ActivationRow, (typeof REACHED_COLUMNS)[ReachedName]>): Reached {
  const names = Object.keys(REACHED_COLUMNS) as ReachedName[];
  return Object.fromEntries(
    names.flatMap((name) => (row[REACHED_COLUMNS[name]] ? [[name, row[REACHED_COLUMNS[name]]]] : [])),
  );
}
