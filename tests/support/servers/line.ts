import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

const HOST = '127.0.0.1';

/** What browsers reach a site through, at an address that stays. It can be cut, as a network that is gone. */
export class Line {
  readonly #port: number;
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #listener: Server | null = null;

  private constructor(port: number, target: number) {
    this.#port = port;
    this.#target = target;
  }

  /** @param port where browsers look for the site. @param target where it is, on this machine */
  static async open(port: number, target: number): Promise<Line> {
    const line = new Line(port, target);
    await line.mend();
    return line;
  }

  /** Ends every connection and refuses new ones, until `mend`. */
  async cut(): Promise<void> {
    const listener = this.#listener;
    this.#listener = null;
    if (!listener) return;
    const closed = once(listener, 'close');
    listener.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    if (this.#listener) return;
    this.#listener = createServer((browser) => this.#relay(browser));
    await once(this.#listener.listen(this.#port, HOST), 'listening');
  }

  #relay(browser: Socket): void {
    const site = connect(this.#target, HOST);
    this.#join(browser, site);
    this.#join(site, browser);
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.pipe(to);
    from.on('error', () => from.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}
