import type { BackupVouchers } from '../../accounts/proofs/backup-voucher';
import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import type { AddressChanges } from '../../accounts/users/known-addresses';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { SecondPersonPorts } from '../approvals/approval-ports';
import type { ApprovalPorts } from '../approvals/request-approval';
import type { InvitationPorts, OldDevicePorts, SendPorts } from '../invitations/invitation-ports';
import type { StopPorts } from '../invitations/stop-token';
import type { LinkSettings } from '../../messaging/mail-link';
import type { Random } from '../../shared/random';
import type { Clock } from '../../shared/time/clock';
import type { CaseStore } from './cases/case-store';
import type { FreezeStore } from './freeze/freeze-store';
import type { DeviceNoticeStore } from './notices/device-notice';

/** Announces new devices, and locks those that were disowned. */
export type NoticePorts = InvitationPorts &
  SendPorts &
  OldDevicePorts & {
    notices: DeviceNoticeStore;
    vouchers: Pick<BackupVouchers, 'takeBack'>;
    /** Null if this site does not keep the accounts. */
    addressChanges: AddressChanges | null;
    users: UserDirectory;
    /** `probationMs`: how long a new device vouches for nothing. */
    settings: { probationMs: number };
  };

/** The helpdesk's cases, and whom they alarm. */
export type CasePorts = { cases: CaseStore; users: UserDirectory; clock: Clock; settings: { publicUrl: string } };

/** Takes reports of "It wasn't me". */
export type NotMePorts = NoticePorts &
  CasePorts &
  StopPorts & {
    rateLimiter: RateLimiter;
    /** `domain`: of the site, for links that say whose they are and not where. */
    settings: { domain: string };
  };

/** Freezes accounts, and lifts that once two members of staff agree. */
export type FreezePorts = OldDevicePorts &
  InvitationPorts &
  SecondPersonPorts &
  ApprovalPorts & {
    freezes: FreezeStore;
    cases: CaseStore;
    random: Random;
    settings: LinkSettings;
  };

/** Locks a lost phone for somebody who is not signed in. */
export type LostPhonePorts = FreezePorts & { rateLimiter: RateLimiter };
