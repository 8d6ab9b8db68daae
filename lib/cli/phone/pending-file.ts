import type { Prepared } from '../../phone/activation/prepare-activation';
import { PENDING_TIME_LIMIT } from '../../phone/activation/pending-activation-store';
import { parseJsonObject } from '../../shared/json-object';
import { PrivateFile } from './private-file';

/** An activation whose connection 4 has no answer yet. Its key is encrypted under the PIN. */
export type TerminalPending = Prepared & {
  /** Milliseconds since 1970. */
  begunAt: number;
};

/** Stores the pending activation in a file beside the phone's devices. At most one is kept. */
export class PendingFile {
  readonly #file: PrivateFile;

  constructor(path: string) {
    this.#file = new PrivateFile(path);
  }

  /** Replaces any earlier one. */
  keep(keyed: Prepared, now: Date): TerminalPending {
    const pending = { ...keyed, begunAt: now.getTime() };
    this.#file.write(pending);
    return pending;
  }

  /** Finds the pending activation of a registration, unless it is past `PENDING_TIME_LIMIT`. */
  find(registrationIdentifier: string, now: Date): TerminalPending | null {
    const pending = parseJsonObject(this.#file.read() ?? '') as TerminalPending | null;
    if (pending?.call.registrationIdentifier !== registrationIdentifier) return null;
    return Math.abs(now.getTime() - pending.begunAt) < PENDING_TIME_LIMIT ? pending : null;
  }

  erase(): void {
    this.#file.delete();
  }
}
