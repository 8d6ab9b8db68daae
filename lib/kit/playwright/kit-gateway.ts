import type { CallLog } from '../faults/call-log';
import type { Fault } from '../faults/fault';
import type { SetFault } from '../faults/fault-board';
import type { PhoneCall } from '../faults/phone-calls';
import type { StandIn } from '../gateways/stand-in';
import { PhoneNetwork } from '../phone/phone-network';
import { KitWire } from './kit-wire';

/** The gateway as phones of a test find it. */
export class KitGateway {
  /** For phones that a test makes by itself. */
  readonly network = new PhoneNetwork();
  /** The other side: what the site asks of OneSpan's servers. */
  readonly wire: KitWire;

  constructor(standIn: StandIn | null = null) {
    this.wire = new KitWire(standIn);
  }

  /** All phones' calls. */
  get calls(): CallLog {
    return this.network.calls;
  }

  /** Spoils the next call of this name, whichever phone makes it. */
  once(call: PhoneCall, fault: Fault): void {
    this.network.faults.once(call, fault);
  }

  /** Spoils all calls of this name, until `heal`. */
  always(call: PhoneCall, fault: Fault): void {
    this.network.faults.set(call, fault);
  }

  /** Puts everything right again. @returns the faults that no call has met, here and at OneSpan's servers */
  async takeUnmet(): Promise<SetFault[]> {
    return [...(await this.network.faults.takeUnmet()), ...(await this.wire.takeUnmet())];
  }

  /** Puts everything right again. */
  async heal(): Promise<void> {
    await Promise.all([this.network.faults.clear(), this.wire.heal()]);
  }
}
