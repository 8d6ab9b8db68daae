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

type Rule = { command: string; fault: Fault; left: number; url: string | null };

/** Which command is answered how. */
export class FaultBoard {
  #rules: Rule[] = [];

  /**
   * @param command as in `Order`; its first word alone stands for all of its kind, `*` for every command
   * @param times how many calls are spoiled; without it all until `clear`
   * @param url the only server that answers so; without it all of them
   */
  set(command: string, fault: Fault, times = Number.POSITIVE_INFINITY, url: string | null = null): void {
    this.#rules = this.#rules.filter((rule) => rule.command !== command || rule.url !== url);
    this.#rules.push({ command, fault, left: times, url });
  }

  /** @param command without it everything is as it should be */
  clear(command?: string): void {
    this.#rules = command === undefined ? [] : this.#rules.filter((rule) => rule.command !== command);
  }

  /** The fault that a call meets at the server, which is used up by it: of the whole command, else of its kind, else of all. */
  take(command: string, url: string): Fault | null {
    const [kind = ''] = command.split(' ');
    for (const name of [command, kind, '*']) {
      const rule = this.#rules.find(
        (one) => one.command === name && one.left > 0 && (one.url === null || one.url === url),
      );
      if (!rule) continue;
      rule.left -= 1;
      return rule.fault;
    }
    return null;
  }
}
