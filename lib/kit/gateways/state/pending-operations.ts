import { systemRandom } from '../../../shared/random';
import type { Account } from './accounts';

/** The commands that can be made to wait for a second administrator, each by itself (OneSpan §4.7; the mapping is inferred). */
export const MAKER_CHECKER_COMMANDS = [
  'USERCMD_CREATE',
  'USERCMD_DELETE',
  'DIGIPASSCMD_ASSIGN',
  'DIGIPASSCMD_UNASSIGN',
] as const;
export type MakerCheckerCommand = (typeof MAKER_CHECKER_COMMANDS)[number];

export type PendingOperation = {
  /** 8 letters and digits (OneSpan §4.7). */
  id: string;
  command: MakerCheckerCommand;
  maker: Account;
  /** Who alone may decide; null for anybody who may decide and is not the maker. */
  checker: { userId: string; domain: string } | null;
  /** The command's input, which has to be the same when it is sent again. */
  context: string;
  serialNumber: string | null;
  /** Domain of what it is about. */
  domain: string;
  createdAt: Date;
  /** The first two are words of the administrators' page, the third is inferred. */
  status: 'Pending' | 'Approved' | 'Rejected';
  note: string;
  /** Executes it as soon as it is approved; null for none. */
  autoExecute: (() => Promise<unknown>) | null;
};

export type DecisionRefusal = 'not-found' | 'is-maker' | 'not-the-checker' | 'decided';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Operations that wait for a checker, or have been decided and not been executed. */
export class PendingOperations {
  readonly #operations = new Map<string, PendingOperation>();

  add(operation: Omit<PendingOperation, 'id' | 'status' | 'note'>): PendingOperation {
    const id = [...systemRandom.bytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    const added: PendingOperation = { ...operation, id, status: 'Pending', note: '' };
    this.#operations.set(id, added);
    return added;
  }

  find(id: string): PendingOperation | null {
    return this.#operations.get(id) ?? null;
  }

  /** Oldest first. */
  list(): PendingOperation[] {
    return [...this.#operations.values()];
  }

  /** Executed, or taken back. */
  delete(id: string): void {
    this.#operations.delete(id);
  }

  /** By a second person: nobody decides on what they have asked for themselves. Null when it is decided. */
  async decide(
    id: string,
    status: 'Approved' | 'Rejected',
    by: Account,
    note: string,
  ): Promise<DecisionRefusal | null> {
    const operation = this.find(id);
    if (!operation) return 'not-found';
    if (operation.maker === by) return 'is-maker';
    const { checker } = operation;
    if (checker && (checker.userId !== by.userId || checker.domain !== by.domain)) return 'not-the-checker';
    if (operation.status !== 'Pending') return 'decided';
    Object.assign(operation, { status, note });
    if (status === 'Approved' && operation.autoExecute) {
      await operation.autoExecute();
      this.delete(id);
    }
    return null;
  }
}
