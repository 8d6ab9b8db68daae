import type { UserDirectory } from '../../accounts/users/user-directory';
import type { SideEffects } from '../../messaging/new-message';
import type { Clock } from '../../shared/time/clock';

/** Writes to the staff who approve requests, and to those who are alarmed. */
export type SecondPersonPorts = {
  users: UserDirectory;
  clock: Clock;
  /** `approvalLifetimeMs`: how long a request waits for a second person. */
  settings: { publicUrl: string; approvalLifetimeMs: number };
};

/** PORT: raises an alarm that belongs to no change: its record and its mails in one transaction. */
export interface AlarmBell {
  raise(alarm: SideEffects): Promise<void>;
}
