import type { AuditEvent } from '../../audit/audit-event';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import { MINUTE } from '../../shared/time/duration';
import type { Clock } from '../../shared/time/clock';
import type { Passkey } from '../passkeys/passkey';
import type { PasskeyStore } from '../passkeys/passkey-store';
import type { SessionId, SignedIn } from '../sessions/session';
import type { VouchingDevices } from './vouching-devices';

/** In milliseconds, since the device was activated. */
export const BACKUP_WITHIN_MS = 15 * MINUTE;

/**
 * A device that the session has activated, and may vouch for one backup.
 * @property vouchedFor the pending activation of a second device that it vouched for; null for none
 */
export type BackupVoucher = { activationId: ActivationId; instanceId: string; vouchedFor: ActivationId | null };

/** @property passkey null for a recovery code */
export type TakenBackup = { passkey: Pick<Passkey, 'id' | 'name'> | null };

/**
 * PORT: the devices that sessions have activated, as far as they may vouch for one backup. The store of whatever they
 * vouch for uses the voucher up, in the same transaction. An activation that ends without a device gives it back.
 */
export interface BackupVouchers {
  /** Of an activation that became active after `since`. @returns null if there is none, or it is used up for good */
  find(session: SessionId, since: Date): Promise<BackupVoucher | null>;
  /** The image of an activation was shown to a session: it vouches in no other, and in this one if it started it. */
  confine(activation: ActivationId, session: SessionId): Promise<void>;
  /**
   * Takes back the passkey or recovery code that an activation's device vouched for, in one transaction with the events;
   * does nothing the second time.
   * @returns the activation of a second device that it vouched for, which is left alone; null for none
   */
  takeBack(activation: string, events: (taken: TakenBackup) => AuditEvent[]): Promise<ActivationId | null>;
}

type Ports = {
  vouchers: Pick<BackupVouchers, 'find'>;
  clock: Clock;
  passkeys: { store: Pick<PasskeyStore, 'list'> };
  devices: Pick<VouchingDevices, 'isOnlyDevice'>;
};

/**
 * The activation whose device may vouch in this session: for one backup, within 15 minutes, as long as it is active and
 * all that the user has. It opens nothing to a thief who could bind it: the password alone would have bound the passkey
 * first and the device with it.
 * @param isStart whether it is to vouch for a device, whose start may be repeated while it is pending
 * @throws GatewayError if the gateway fails
 */
export async function findBackupVoucher(
  { vouchers, clock, passkeys, devices }: Ports,
  { user, scope, session }: SignedIn,
  isStart: boolean,
): Promise<ActivationId | null> {
  if (scope.kind === 'invitation') return null;
  const since = new Date(clock.now().getTime() - BACKUP_WITHIN_MS);
  const voucher = await vouchers.find(session.id, since);
  if (!voucher || (voucher.vouchedFor !== null && !isStart)) return null;
  const owner: UserKey = user;
  if ((await passkeys.store.list(owner)).length > 0) return null;
  return (await devices.isOnlyDevice(owner, voucher.instanceId)) ? voucher.activationId : null;
}
