import type { Result } from '../shared/result';
import type { User } from './user';

export type NewUser = User & { password: string };

/** PORT: who there is and how they prove it. User IDs are compared without regard to case. */
export interface UserDirectory {
  find(userId: string, domain: string): Promise<User | null>;
  /** Takes as long for a user who does not exist as for a wrong password. @returns the user when the password is theirs */
  verifyPassword(userId: string, domain: string, password: string): Promise<User | null>;
  add(user: NewUser): Promise<Result<null, 'user-exists'>>;
  changePassword(userId: string, domain: string, password: string): Promise<void>;
  count(): Promise<number>;
}
