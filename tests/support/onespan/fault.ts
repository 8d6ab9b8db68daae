import type { Reply } from './exchange';

/** A way to answer badly. Unless it says otherwise the command is not carried out. */
export type Fault =
  /** The connection is reset instead of an answer. */
  | 'reset'
  /** The command is carried out, and the connection is reset instead of the answer. */
  | 'reset-after'
  | 'hang'
  /** The right answer, one byte every 100 ms. */
  | 'drip'
  | 'http-500'
  /** A proxy's page, with status 200. */
  | 'html'
  /** Half of the right answer, whose length is said to be the whole. */
  | 'cut-off'
  /** Half of the right answer, as if it were all. */
  | 'truncated'
  /** Ten megabytes and more, well-formed as far as they go. */
  | 'huge'
  | 'redirect'
  /** An XML document whose entities expand to a billion characters. */
  | 'entity-bomb'
  /** A refusal with a status that no published table has. */
  | 'unknown-status'
  /** Every administration session ends just before the command. */
  | 'session-expired'
  /** An answer of the test's own, see `cloud/cloud-failure.ts` and `jsonReply`. */
  | { reply: Reply };

type Rule = { fault: Fault; left: number };

/** Which command is answered how. */
export class FaultBoard {
  readonly #rules = new Map<string, Rule>();

  /**
   * @param command as in `Order`; its first word alone stands for all of its kind, `*` for every command
   * @param times how many calls are spoiled; without it all until `clear`
   */
  set(command: string, fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.#rules.set(command, { fault, left: times });
  }

  /** @param command without it everything is as it should be */
  clear(command?: string): void {
    if (command === undefined) this.#rules.clear();
    else this.#rules.delete(command);
  }

  /** The fault that this call meets, which is used up by it. */
  take(command: string): Fault | null {
    const [kind = ''] = command.split(' ');
    for (const name of new Set([command, kind, '*'])) {
      const rule = this.#rules.get(name);
      if (!rule || rule.left <= 0) continue;
      rule.left -= 1;
      return rule.fault;
    }
    return null;
  }
}
