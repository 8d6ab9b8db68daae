import type { MailAddress } from '../shared/mail-address';
import type { PhoneChallengeGateway } from '../accounts/phone-sign-in/phone-challenge-gateway';
import type { Sha256 } from '../shared/identifiers/phone-sign-in-id';
import type { RateLimiter } from '../accounts/sign-in/rate-limiter';
import type { SessionStore } from '../accounts/sessions/session-store';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { ActivationPorts } from '../activation/activation-ports';
import type { AuditLog } from '../audit/audit-log';
import type { AuthenticatorDirectory } from '../devices/authenticator-directory';
import type { DeviceHolds } from '../devices/locks/device-holds';
import type { DeviceReplacementStore } from '../devices/replacement/device-replacement';
import type { Outbox } from '../messaging/outbox';
import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { DeviceNoticeStore } from './notices/device-notice';
import type { DeviceRemovalStore } from './removal/device-removal';
import type { InvitationStore } from './invitations/invitation-store';

/** What the helpdesk's use cases need. */
export type HelpdeskPorts = {
  invitations: InvitationStore;
  removals: DeviceRemovalStore;
  notices: DeviceNoticeStore;
  activation: ActivationPorts;
  directory: AuthenticatorDirectory;
  /** Asks callers' phones; null where the gateway has no way to. */
  phones: PhoneChallengeGateway | null;
  holds: DeviceHolds;
  replacements: DeviceReplacementStore;
  users: UserDirectory;
  sessions: SessionStore;
  /** Tells how far what was sent has come. */
  outbox: Pick<Outbox, 'listAbout'>;
  rateLimiter: RateLimiter;
  audit: AuditLog;
  clock: Clock;
  random: Random;
  sha256: Sha256;
  settings: HelpdeskSettings;
};

export type HelpdeskSettings = {
  /** Of this site, without a slash at the end. */
  publicUrl: string;
  /** Mailbox of the printer that letters come out of; null where no letters can be sent. */
  printAddress: MailAddress | null;
  /** How long a request waits for a second person, in milliseconds. */
  approvalLifetimeMs: number;
};
