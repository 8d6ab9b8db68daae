import type { RateLimiter } from '../accounts/sign-in/rate-limiter';
import type { AddressChanges } from '../accounts/users/known-addresses';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { SecondPersonPorts } from '../approvals/approval-ports';
import type { ApprovalPorts } from '../approvals/request-approval';
import type { InvitationPorts, OldDevicePorts, SendPorts } from '../invitations/invitation-ports';
import type { FreezeStore } from './freeze/freeze-store';
import type { DeviceNoticeStore } from './notices/device-notice';

/** Announces new devices, and locks those that were disowned. */
export type NoticePorts = InvitationPorts &
  SendPorts &
  OldDevicePorts & {
    notices: DeviceNoticeStore;
    /** Null if this site does not keep the accounts. */
    addressChanges: AddressChanges | null;
    users: UserDirectory;
    /** `probationMs`: how long a new device vouches for nothing. */
    settings: { probationMs: number };
  };

/** Takes reports of "It wasn't me". */
export type NotMePorts = NoticePorts & { rateLimiter: RateLimiter };

/** Freezes accounts, and lifts that once two members of staff agree. */
export type FreezePorts = OldDevicePorts &
  InvitationPorts &
  SecondPersonPorts &
  ApprovalPorts & { freezes: FreezeStore };
