import type { Role } from '../../../accounts/users/role';
import type { Approval } from '../../approvals/approval';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../../shared/request-origin';
import type { Result } from '../../../shared/result';

/** What is to become of a person's account, or of a device of theirs. */
export type PersonChange =
  | { change: 'disable' | 'remove'; role: null; instanceId: null }
  | { change: 'take-role'; role: Role; instanceId: null }
  | { change: 'lock-device' | 'unlock-device'; role: null; instanceId: string };

export type ChangeKind = PersonChange['change'];

/** A change that takes a second person: what a machine asks for, and unlocking what one has locked. */
export type Change = PersonChange & {
  /** Null where the system has none. */
  readonly ticket: string | null;
  /** What the device was called when the change was requested. */
  readonly deviceName?: string;
};

export type ChangeRequest = Approval<Change>;

/**
 * PORT: changes of accounts, which are another room's. A change that is so already is done; any other refusal says that a
 * rule forbids it by now.
 */
export interface AccountChanges {
  disable(target: UserKey, origin: RequestOrigin): Promise<Result<null, string>>;
  remove(target: UserKey, origin: RequestOrigin): Promise<Result<null, string>>;
  takeRole(target: UserKey, role: Role, origin: RequestOrigin): Promise<Result<null, string>>;
}
