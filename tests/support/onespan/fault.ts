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

/** The first call of a command ends a process, before or after the command is carried out. */
type Cut = { command: string; when: 'before' | 'after'; onCut: () => void; isCut: boolean };

type Rule = { command: string; fault: Fault; left: number; url: string | null };

/** Which command is answered how. */
export class FaultBoard {
  #rules: Rule[] = [];
  #cut: Cut | null = null;

  /**
   * @param command as in `Order`; its first word alone stands for all of its kind, `*` for every command
   * @param times how many calls are spoiled; without it all until `clear`
   * @param url the only server that answers so; without it all of them
   */
  set(command: string, fault: Fault, times = Number.POSITIVE_INFINITY, url: string | null = null): void {
    this.#rules = this.#rules.filter((rule) => rule.command !== command || rule.url !== url);
    this.#rules.push({ command, fault, left: times, url });
  }

  /** At a command the line of a process breaks for good. @param onCut called then */
  cut(command: string, when: Cut['when'], onCut: () => void): void {
    this.#cut = { command, when, onCut, isCut: false };
  }

  /** @param command without it everything is as it should be */
  clear(command?: string): void {
    this.#cut = null;
    this.#rules = command === undefined ? [] : this.#rules.filter((rule) => rule.command !== command);
  }

  /** The fault that a call meets at the server, which is used up by it: of the whole command, else of its kind, else of all. */
  take(command: string, url: string): Fault | null {
    if (this.#cut?.isCut) return 'reset';
    if (this.#cut?.command === command) {
      this.#cut.isCut = true;
      this.#cut.onCut();
      return this.#cut.when === 'before' ? 'reset' : 'reset-after';
    }
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
