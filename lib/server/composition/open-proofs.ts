import type { PasskeyPorts, ProviderPorts } from '../../accounts/account-ports';
import type { ProofPorts } from '../../accounts/proofs/check-proofs';
import { mailedCodes } from '../../helpdesk/administration/proof-code';
import { isDemoStaff } from '../../accounts/users/add-demo-accounts';
import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import { keyedHash } from '../../database/secrets/keyed-hash';
import { SlowHashes } from '../../database/secrets/slow-hashes';
import { PrismaBackupVouchers } from '../../database/tables/accounts/prisma-backup-vouchers';
import { PrismaCopyStore } from '../../database/tables/devices/prisma-copy-store';
import { PrismaPendingOperationStore } from '../../database/tables/devices/prisma-pending-operation-store';
import { PrismaDeviceNames } from '../../database/tables/devices/prisma-device-names';
import { PrismaInvitationStore } from '../../database/tables/invitations/prisma-invitation-store';
import { PrismaMailedSecretStore } from '../../database/tables/administration/prisma-mailed-secret-store';
import { PrismaDeviceNoticeStore } from '../../database/tables/safety/prisma-device-notice-store';
import { PrismaRecoveryCodeStore } from '../../database/tables/accounts/prisma-recovery-code-store';
import { PrismaStaffEnrolment } from '../../database/tables/accounts/prisma-staff-enrolment';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import { openInvitations } from '../../helpdesk/invitations/find-open-invitation';
import { nameKeepingDirectory } from '../../devices/name-keeping-directory';
import type { PendingOperationPorts } from '../../devices/pending/follow-operation';
import { pendingDirectory } from '../../devices/pending/pending-directory';
import { probationDirectory } from '../../devices/probation-directory';
import { copyDirectory } from '../../devices/copies/copy-directory';
import type { CopyStore } from '../../devices/copies/device-copy';
import { DirectoryVouchingDevices } from '../../devices/vouching-devices';
import type { Config } from '../../config/config';
import { systemRandom } from '../../shared/random';
import { isLoopbackHost } from '../../shared/loopback-host';
import { reachOfThisSite } from '../../shared/reach';
import type { Installation } from './installation';
import type { OpenedDirectory } from './open-directory';
import type { OpenedGateway } from './opened-gateway';

/** What the key of mailed codes and links is for. */
export const MAILED_SECRETS = 'mailed secret';

/** The devices of all users with their probation, and what actions need proofs by. */
export function openProofs(
  { config, database, clock, secrets }: Pick<Installation, 'config' | 'database' | 'clock' | 'secrets'>,
  gateway: Pick<OpenedGateway, 'directory' | 'commands'>,
  { own }: Pick<OpenedDirectory, 'own'>,
  access: PasskeyPorts & ProviderPorts,
  persist: PersistSideEffects,
): {
  directory: AuthenticatorDirectory;
  /** Null where no command waits for anybody. */
  pendingOperations: PendingOperationPorts | null;
  proofs: ProofPorts;
  copies: CopyStore;
  /** For what else asks them. */
  notices: PrismaDeviceNoticeStore;
  invitations: PrismaInvitationStore;
  mailedSecrets: PrismaMailedSecretStore;
} {
  // Names are kept here where the gateway keeps none.
  const names = gateway.directory.capabilities.rename === true ? null : new PrismaDeviceNames(database.client);
  const named = names ? nameKeepingDirectory(gateway.directory, names) : gateway.directory;
  const pendingOperations = gateway.commands && {
    operations: new PrismaPendingOperationStore(database.client, persist),
    commands: gateway.commands,
    names,
    freezes: access.freezes,
    clock,
    random: systemRandom,
  };
  const waiting = pendingOperations ? pendingDirectory(named, pendingOperations) : named;
  const copies = new PrismaCopyStore(database.client, persist);
  const withCopies = config.phoneCopies ? copyDirectory(waiting, copies) : waiting;
  const notices = new PrismaDeviceNoticeStore(database.client, persist);
  const directory = probationDirectory(withCopies, { times: notices, clock, probationMs: config.probationMs });
  const accounts = own?.accounts ?? null;
  const mailedSecrets = new PrismaMailedSecretStore(database.client, persist);
  const invitations = new PrismaInvitationStore(database, persist);
  const proofs = {
    ...access,
    recoveryCodes: new PrismaRecoveryCodeStore(database.client, persist, new SlowHashes()),
    mailedCodes:
      accounts &&
      mailedCodes({
        ...access,
        accounts,
        secrets: mailedSecrets,
        hash: keyedHash(secrets.sessionSecret, MAILED_SECRETS),
      }),
    staff: {
      level: config.enrolment,
      isExempt: (userId: string) => isDemoStaff(userId) && isOfThisMachineAlone(config),
    },
    staffEnrolment: new PrismaStaffEnrolment(database.sql),
    devices: new DirectoryVouchingDevices({ ...access, directory }),
    vouchers: new PrismaBackupVouchers(database, persist),
    heldInvitations: openInvitations({ invitations, clock }),
    probation: { ms: config.probationMs, addressChanges: accounts },
  };
  return { directory, pendingOperations, proofs, copies, notices, invitations, mailedSecrets };
}

/** Whether neither a setting nor a request so far says that anybody else reaches the site. */
function isOfThisMachineAlone({ isOnThisMachine, trustedProxies, otherHosts }: Config): boolean {
  const isNamedHere = otherHosts.every((host) => isLoopbackHost(host.replace(/:\d+$/, '')));
  return isOnThisMachine && trustedProxies === 0 && isNamedHere && !reachOfThisSite().isFromElsewhere;
}
