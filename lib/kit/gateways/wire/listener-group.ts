import type { ServerResponse } from 'node:http';
import type { Clock } from '../../../shared/time/clock';
import { answerCall } from '../../faults/answer-call';
import { CallLog } from '../../faults/call-log';
import { FaultBoard } from '../../faults/fault-board';
import type { Certificates } from './certificates';
import type { Request, Wire } from './exchange';
import { Listener } from './listener';

/** Which clients a listener accepts: all without TLS, all with TLS, or those with a certificate of the authority. */
export type Guard = 'plain' | 'tls' | 'client-certificate';

type Parts = { certificates: Certificates; clock: Clock; endSessions?: () => void };

/** The listeners of a stand-in, which share one board of faults, one log, and a clock that a fault can put wrong. */
export class ListenerGroup {
  readonly calls = new CallLog();
  readonly faults: FaultBoard;
  /** The servers' clock. */
  readonly clock: Clock;
  readonly #certificates: Certificates;
  readonly #listeners: Listener[] = [];

  constructor({ certificates, clock, endSessions }: Parts) {
    let aheadMs = 0;
    this.clock = { now: () => new Date(clock.now().getTime() + aheadMs) };
    this.#certificates = certificates;
    this.faults = new FaultBoard({
      listen: async (url, isListening) => {
        await Promise.all(this.#at(url).map((listener) => (isListening ? listener.start() : listener.stop())));
      },
      present: (url, certificate) => {
        const identity = certificates.identities[certificate ?? 'right'];
        for (const listener of this.#at(url)) if (listener.isSecure) listener.present(identity);
      },
      moveClock: (ms) => void (aheadMs = ms),
      ...(endSessions && { endSessions }),
    });
  }

  /**
   * Closes the group if it fails.
   * @param port 0 for a free one
   * @param wireAt the protocol served there, given the address
   * @throws Error of the system if the port is taken
   */
  async open(guard: Guard, port: number, wireAt: (urlOf: () => string) => Wire): Promise<Listener> {
    const { authority, identities } = this.#certificates;
    const clientAuthority = guard === 'client-certificate' ? authority.cert : null;
    const tls = guard === 'plain' ? null : { identity: identities.right, clientAuthority };
    let url = '';
    const wire = wireAt(() => url);
    const answer = (request: Request, response: ServerResponse) =>
      answerCall(this, { ...wire(request), url: request.url, body: request.body.toString('utf8') }, response);
    try {
      const listener = await Listener.open(tls, answer, port);
      url = listener.url;
      this.#listeners.push(listener);
      return listener;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Everything is down for so long, in milliseconds; resolves when it is up again. */
  async interrupt(duration: number): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener.stop()));
    await new Promise((resolve) => setTimeout(resolve, duration));
    await Promise.all(this.#listeners.map((listener) => listener.start()));
  }

  async close(): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener.stop()));
    this.#certificates.removeFiles();
  }

  #at(url: string | null): Listener[] {
    return this.#listeners.filter((listener) => url === null || listener.url === url);
  }
}
