import type { PasskeyPorts, ProviderPorts } from '../account-ports';
import type { MailedCodes } from '../proofs/mailed-codes';
import type { DescribedDevice, VouchingDevices } from '../proofs/vouching-devices';
import type { RecoveryCodeStore } from '../recovery/recovery-code-store';
import type { User } from '../users/user';

/**
 * What a user could prove something with, as the ways back see it.
 * @property takesCodes whether a trusted device's one-time password is a proof
 * @property hasPhoneSignIn whether the gateway can challenge phones
 * @property provider what an OpenID provider that the account is bound to would prove; null for none
 * @property isMailable whether a code may be mailed to the user
 * @property offers which backups the site and the account permit
 */
export type Holdings = {
  hasPassword: boolean;
  passkeys: readonly { trustedFrom: Date | null; isSynced: boolean }[];
  devices: readonly DescribedDevice[];
  takesCodes: boolean;
  hasPhoneSignIn: boolean;
  provider: 'provider' | 'provider-identity' | null;
  hasRecoveryCode: boolean;
  isMailable: boolean;
  offers: { passkey: boolean; 'recovery-code': boolean };
};

type HoldingsPorts = PasskeyPorts &
  ProviderPorts & {
    devices: Pick<VouchingDevices, 'describe'>;
    recoveryCodes: Pick<RecoveryCodeStore, 'find'>;
    mailedCodes: Pick<MailedCodes, 'mayBeMailed'> | null;
  };

/** @throws GatewayError if the gateway fails */
export async function readHoldings(ports: HoldingsPorts, user: User, hasPhoneSignIn: boolean): Promise<Holdings> {
  const { settings, accounts } = ports.identityProvider;
  const [summary, passkeys, isOff, recoveryCode, isMailable, isBound] = await Promise.all([
    ports.devices.describe(user),
    ports.passkeys.store.list(user),
    ports.users.changesPasswords?.isOff(user),
    ports.recoveryCodes.find(user),
    ports.mailedCodes?.mayBeMailed(user),
    settings !== null && accounts.isBound(user, settings.issuer),
  ]);
  const hasPassword = isOff !== true;
  return {
    hasPassword,
    passkeys: passkeys.map(({ trustedFrom, isBackedUp }) => ({ trustedFrom, isSynced: isBackedUp })),
    devices: summary.devices,
    takesCodes: summary.takesCodes,
    hasPhoneSignIn,
    provider: isBound ? (settings?.hasStrongContext ? 'provider' : 'provider-identity') : null,
    hasRecoveryCode: recoveryCode !== null,
    isMailable: isMailable === true,
    offers: { passkey: ports.passkeys.relyingParty !== null, 'recovery-code': hasPassword },
  };
}
