import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import type { AlarmBell, SecondPersonPorts } from '../approvals/approval-ports';
import type { ApprovalPorts } from '../approvals/request-approval';
import type { AuditLog } from '../../audit/audit-log';
import type { CallerCheckPorts } from '../caller-check/caller-check-ports';
import type { ActPorts } from '../../devices/acts/act-at-gateway';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { SafetyLockPorts } from '../../devices/locks/lock-and-hold';
import type {
  InvitationPorts,
  OldDevicePorts,
  OpenPorts,
  ProgressPorts,
  SendPorts,
} from '../invitations/invitation-ports';
import type { StopPorts } from '../invitations/stop-token';
import type { FreezePorts, NotMePorts } from '../safety/safety-ports';
import type { AccountChanges } from './changes/change-request';

/** Sends an invitation, and revokes the one before it. */
export type RequestPorts = InvitationPorts &
  SendPorts &
  CallerCheckPorts &
  OldDevicePorts &
  SecondPersonPorts &
  StopPorts;

/** Removes devices at the gateway, once two members of staff agree. */
export type RemovalPorts = SecondPersonPorts &
  ApprovalPorts & { directory: AuthenticatorDirectory; rateLimiter: RateLimiter };

/** Carries out what takes a second person although one could do it alone: what a machine asks for. */
export type ChangePorts = SecondPersonPorts &
  ApprovalPorts &
  SafetyLockPorts & {
    /** Null if this site does not keep the accounts. */
    accountChanges: AccountChanges | null;
    audit: AuditLog;
  };

/** All of them: for the composition and the round. */
export type HelpdeskPorts = OpenPorts &
  ProgressPorts &
  RequestPorts &
  RemovalPorts &
  NotMePorts &
  FreezePorts &
  ChangePorts &
  ActPorts & {
    alarms: AlarmBell;
    /** `organisation`: whose site it is, as phones show it. */
    settings: { organisationName: () => string };
  };
