/** What was asked of the servers, also when a fault spoiled the answer. */
export class CallLog {
  readonly commands: string[] = [];

  note(command: string): void {
    this.commands.push(command);
  }

  /**
   * How often a command was called.
   * @param command as in `Order`; without its second word all of its kind are counted, without any every call
   */
  count(command?: string): number {
    if (command === undefined) return this.commands.length;
    return this.commands.filter((one) => one === command || one.startsWith(`${command} `)).length;
  }

  /** Counts for every command that was called. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const command of this.commands) counts[command] = (counts[command] ?? 0) + 1;
    return counts;
  }

  clear(): void {
    this.commands.length = 0;
  }
}
