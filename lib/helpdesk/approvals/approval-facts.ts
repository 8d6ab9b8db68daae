import type { Role } from '../../accounts/users/role';
import type { ApprovalSubject } from '../../messaging/mail-kinds/approval-mails';

/** What requests are for, as other systems are told. */
export const APPROVAL_PURPOSES = [
  'invitation',
  'removal',
  'role',
  'unfreezing',
  'disabling',
  'deletion',
  'role-removal',
  'locking',
  'unlocking',
] as const;

/** What another system may know of a request. */
export type ApprovalFacts = {
  purpose: (typeof APPROVAL_PURPOSES)[number];
  role: Role | null;
  /** The device that is to be removed, locked or unlocked. */
  deviceId: string | null;
  reason: ApprovalSubject['reason'] | null;
  ticket: string | null;
};

/** What most kinds have nothing to say of. */
export const UNSAID = { role: null, deviceId: null, reason: null, ticket: null } as const;
