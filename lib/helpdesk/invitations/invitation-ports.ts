import type { SessionStore } from '../../accounts/sessions/session-store';
import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { ActivationPorts } from '../../activation/activation-ports';
import type { AuditLog } from '../../audit/audit-log';
import type { SafetyLockPorts } from '../../devices/locks/lock-and-hold';
import type { LinkSettings } from '../../messaging/mail-link';
import type { Outbox } from '../../messaging/outbox';
import type { MailAddress } from '../../shared/mail-address';
import type { Random } from '../../shared/random';
import type { Clock } from '../../shared/time/clock';
import type { InvitationStore } from './invitation-store';

/** Ends invitations, and the activations under them. */
export type InvitationPorts = { invitations: InvitationStore; activation: ActivationPorts; clock: Clock };

/** Makes links, codes and the messages that carry them. */
export type SendPorts = {
  random: Random;
  clock: Clock;
  /** `printAddress`: mailbox of the printer that prints letters; null if letters are off. */
  settings: LinkSettings & { printAddress: MailAddress | null };
};

/** Finds the invitation of a link, and opens it against a proof. */
export type OpenPorts = InvitationPorts & {
  users: UserDirectory;
  sessions: SessionStore;
  rateLimiter: RateLimiter;
  audit: AuditLog;
  random: Random;
};

/** Follows an invitation from its delivery to the working device. */
export type ProgressPorts = InvitationPorts & { outbox: Pick<Outbox, 'listAbout'> };

/** Locks or removes the device that an invitation replaces. */
export type OldDevicePorts = SafetyLockPorts & { invitations: InvitationStore };
