import { CallLog } from '../faults/call-log';
import { FaultBoard } from '../faults/fault-board';

/** What can be cut off: a line, by its origin. */
type Cuttable = { url: string; listen(isListening: boolean): Promise<void> };

/** What all phones of a test share: the log of their calls, and what goes wrong with them. */
export class PhoneNetwork {
  readonly calls = new CallLog();
  readonly faults: FaultBoard;
  readonly #lines = new Set<Cuttable>();

  constructor() {
    this.faults = new FaultBoard({
      listen: async (url, isListening) => {
        const meant = [...this.#lines].filter((line) => url === null || line.url === url);
        await Promise.all(meant.map((line) => line.listen(isListening)));
      },
    });
  }

  add(line: Cuttable): void {
    this.#lines.add(line);
  }

  remove(line: Cuttable): void {
    this.#lines.delete(line);
  }
}
