/** What was asked of the servers, also when a fault spoiled the answer. */
export class CallLog {
  #calls: { command: string; url: string }[] = [];

  /** @param url of the server that was asked */
  note(command: string, url: string): void {
    this.#calls.push({ command, url });
  }

  /**
   * How often a command was called.
   * @param command as in `Order`; without its second word all of its kind are counted, without any every call
   * @param url of one server; without it all are counted
   */
  count(command?: string, url?: string): number {
    return this.#calls.filter(
      (call) =>
        (command === undefined || call.command === command || call.command.startsWith(`${command} `)) &&
        (url === undefined || call.url === url),
    ).length;
  }

  /** Counts for every command that was called. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { command } of this.#calls) counts[command] = (counts[command] ?? 0) + 1;
    return counts;
  }

  clear(): void {
    this.#calls = [];
  }
}
