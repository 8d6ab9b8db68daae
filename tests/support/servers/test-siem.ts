import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { ThrowAwayAuthority } from '@/lib/kit/gateways/wire/throw-away-authority';

/**
 * What it does with a connection: `breaks-off` resets it once something has come, before it has all of a large batch and keeps any of
 * it; `says-nothing` leaves it open after it has kept all.
 */
type Behaviour = 'takes' | 'breaks-off' | 'says-nothing';

/** A receiver of syslog over TLS, with a certificate of its own authority for `localhost`. */
export class TestSiem {
  readonly authority = new ThrowAwayAuthority('Authority of the receiver');
  /** In the order of their arrival. */
  readonly messages: string[] = [];
  behaviour: Behaviour = 'takes';
  readonly #server: Server;
  /** Of the time before it was stopped. */
  #port = 0;

  private constructor() {
    const identity = this.authority.issue({ commonName: 'localhost', host: 'localhost' });
    // Only the socket below TLS can be reset.
    const below = new Map<number | undefined, Socket>();
    this.#server = createServer({ ...identity, allowHalfOpen: true }, (socket) => {
      const raw = below.get(socket.remotePort);
      const chunks: Buffer[] = [];
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk) => {
        if (this.behaviour === 'breaks-off') raw?.resetAndDestroy();
        else chunks.push(chunk);
      });
      socket.once('end', () => {
        this.messages.push(...readFrames(Buffer.concat(chunks)));
        if (this.behaviour === 'takes') socket.end();
      });
    });
    this.#server.on('connection', (socket: Socket) => below.set(socket.remotePort, socket));
  }

  static async start(): Promise<TestSiem> {
    const siem = new TestSiem();
    siem.#server.listen(0, '127.0.0.1');
    await once(siem.#server, 'listening');
    return siem;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Numbers of the records, in the order of their arrival. */
  get numbers(): number[] {
    return this.messages.map((message) => Number(/sequenceId="(\d+)"/.exec(message)?.[1]));
  }

  /** Takes no connections until it is `back`. */
  stop(): void {
    if (this.#server.listening) this.#port = this.port;
    this.#server.close();
  }

  async back(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
  }
}

/** By the counts alone, as RFC 5425 §4.3 has it. */
export function readFrames(bytes: Uint8Array): string[] {
  const messages: string[] = [];
  for (let rest = Buffer.from(bytes); rest.length > 0;) {
    const space = rest.indexOf(' ');
    const length = Number(rest.subarray(0, space).toString());
    messages.push(rest.subarray(space + 1, space + 1 + length).toString('utf8'));
    rest = rest.subarray(space + 1 + length);
  }
  return messages;
}
