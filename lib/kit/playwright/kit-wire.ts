import { isCallNamed } from '../faults/call';
import type { CallLog } from '../faults/call-log';
import type { Fault } from '../faults/fault';
import type { SetFault } from '../faults/fault-board';
import type { StandIn } from '../gateways/stand-in';
import { WIRE_CALLS } from '../gateways/wire-calls';

/** The site's calls to a stand-in of OneSpan's servers, as they arrive there. */
export class KitWire {
  readonly #standIn: StandIn | null;

  /** @param standIn null where the site has its gateway inside, or runs already */
  constructor(standIn: StandIn | null) {
    this.#standIn = standIn;
  }

  /** What arrived since the test began. @throws Error without a stand-in */
  get calls(): CallLog {
    return this.#own().calls;
  }

  /**
   * Spoils the next call of this name, for instance `dsappSRPRegister`, `digipassExecute` with any command, or
   * `users/register`.
   * @throws RangeError for a name that no call of the profile has
   */
  once(call: string, fault: Fault): void {
    this.#named(call).faults.once(call, fault);
  }

  /** Spoils all calls of this name, until `heal`. @throws RangeError for a name that no call of the profile has */
  always(call: string, fault: Fault): void {
    this.#named(call).faults.set(call, fault);
  }

  /** Puts everything right again. @returns the faults that no call has met */
  async takeUnmet(): Promise<SetFault[]> {
    return (await this.#standIn?.faults.takeUnmet()) ?? [];
  }

  /** Puts everything right again. */
  async heal(): Promise<void> {
    await this.#standIn?.faults.clear();
  }

  #named(call: string): StandIn {
    const standIn = this.#own();
    const names = standIn.wires.flatMap((wire) => WIRE_CALLS[wire]);
    if (names.some((name) => isCallNamed(name, call))) return standIn;
    throw new RangeError(`no call of ${standIn.profile} is named ${call}: it has ${names.join(', ')}`);
  }

  #own(): StandIn {
    if (this.#standIn) return this.#standIn;
    throw new Error("gateway.wire needs a stand-in: test.use({ gatewayProfile: 'onespan-server' }) or 'onespan-cloud'");
  }
}
