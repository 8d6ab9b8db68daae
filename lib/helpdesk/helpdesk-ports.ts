import type { MailAddress } from '../shared/mail-address';
import type { PhoneChallengeGateway } from '../accounts/phone-sign-in/phone-challenge-gateway';
import type { Sha256 } from '../shared/identifiers/phone-sign-in-id';
import type { RateLimiter } from '../accounts/sign-in/rate-limiter';
import type { SessionStore } from '../accounts/sessions/session-store';
import type { ContactRecords } from '../accounts/users/contacts';
import type { AddressChanges } from '../accounts/users/known-addresses';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { ActivationPorts } from '../activation/activation-ports';
import type { AuditLog } from '../audit/audit-log';
import type { AuthenticatorDirectory } from '../devices/authenticator-directory';
import type { SafetyLockPorts } from '../devices/locks/lock-and-hold';
import type { LinkSettings } from '../messaging/mail-link';
import type { Outbox } from '../messaging/outbox';
import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { SideEffects } from '../messaging/new-message';
import type { AccountChanges, ChangeRequestStore } from './changes/change-request';
import type { ManagerRequestStore } from './caller-check/manager/manager-request';
import type { FreezeStore } from './freeze/freeze-store';
import type { DeviceNoticeStore } from './notices/device-notice';
import type { DeviceRemovalStore } from './removal/device-removal';
import type { InvitationStore } from './invitations/invitation-store';

export type HelpdeskSettings = LinkSettings & {
  /** Whose site it is, as phones show it. */
  organisation: string;
  /** Mailbox of the printer that prints letters; null if letters are off. */
  printAddress: MailAddress | null;
  /** How long a new device vouches for nothing, in milliseconds. */
  probationMs: number;
  /** How long a request waits for a second person, in milliseconds. */
  approvalLifetimeMs: number;
};

/** Ends invitations, and the activations under them. */
export type InvitationPorts = { invitations: InvitationStore; activation: ActivationPorts; clock: Clock };

/** Makes links, codes and the messages that carry them. */
export type SendPorts = { random: Random; sha256: Sha256; clock: Clock; settings: HelpdeskSettings };

/** Finds the invitation of a link, and opens it against a proof. */
export type OpenPorts = InvitationPorts & {
  users: UserDirectory;
  sessions: SessionStore;
  rateLimiter: RateLimiter;
  audit: AuditLog;
  random: Random;
  sha256: Sha256;
};

/** Follows an invitation from its delivery to the working device. */
export type ProgressPorts = InvitationPorts & { outbox: Pick<Outbox, 'listAbout'> };

/** Asks a caller's manager. */
export type ManagerPorts = {
  users: UserDirectory;
  contacts: ContactRecords;
  managerRequests: ManagerRequestStore;
  rateLimiter: RateLimiter;
  random: Random;
  clock: Clock;
  settings: HelpdeskSettings;
};

/** Verifies callers by what their devices prove, and by what is on record of them. */
export type CallerCheckPorts = ManagerPorts & {
  directory: AuthenticatorDirectory;
  /** Sends challenges to callers' phones; null if the gateway cannot. */
  phones: PhoneChallengeGateway | null;
  audit: AuditLog;
  sha256: Sha256;
};

/** Writes to the staff who approve requests, and to those who are alarmed. */
export type SecondPersonPorts = { users: UserDirectory; clock: Clock; settings: HelpdeskSettings };

/** Locks or removes the device that an invitation replaces. */
export type OldDevicePorts = SafetyLockPorts & { invitations: InvitationStore };

/** Sends an invitation, and revokes the one before it. */
export type RequestPorts = InvitationPorts & SendPorts & CallerCheckPorts & OldDevicePorts;

/** Removes devices at the gateway, once two members of staff agree. */
export type RemovalPorts = SecondPersonPorts & {
  removals: DeviceRemovalStore;
  directory: AuthenticatorDirectory;
  rateLimiter: RateLimiter;
  random: Random;
};

/** Announces new devices, and locks those that were disowned. */
export type NoticePorts = InvitationPorts &
  SendPorts &
  OldDevicePorts & {
    notices: DeviceNoticeStore;
    /** Null if this site does not keep the accounts. */
    addressChanges: AddressChanges | null;
    users: UserDirectory;
  };

/** Takes reports of "It wasn't me". */
export type NotMePorts = NoticePorts & { rateLimiter: RateLimiter };

/** Freezes accounts, and lifts that once two members of staff agree. */
export type FreezePorts = OldDevicePorts &
  InvitationPorts &
  SecondPersonPorts & { freezes: FreezeStore; random: Random };

/** Carries out what takes a second person although one could do it alone: what a machine asks for. */
export type ChangePorts = SecondPersonPorts &
  SafetyLockPorts & {
    changes: ChangeRequestStore;
    /** Null if this site does not keep the accounts. */
    accountChanges: AccountChanges | null;
    audit: AuditLog;
    random: Random;
  };

/** PORT: raises an alarm that belongs to no change: its record and its mails in one transaction. */
export interface AlarmBell {
  raise(alarm: SideEffects): Promise<void>;
}

/** Counts what machines change in a day, and alarms people of it. */
export type MachineBudgetPorts = SecondPersonPorts & { rateLimiter: RateLimiter; alarms: AlarmBell };

/** All of them: for the composition and the round. */
export type HelpdeskPorts = OpenPorts &
  ProgressPorts &
  RequestPorts &
  RemovalPorts &
  NotMePorts &
  FreezePorts &
  ChangePorts &
  MachineBudgetPorts;
