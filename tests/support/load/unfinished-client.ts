import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One connection of a client that does not finish what it begins. */
export type UnfinishedConnection = { socket: Socket; received: string; isOpen: boolean };

/** A client at an address of its own among those of this machine. */
export class UnfinishedClient {
  readonly connections: UnfinishedConnection[] = [];
  readonly #to: { host: string; port: number; localAddress: string };

  constructor(port: number, localAddress: string) {
    this.#to = { host: '127.0.0.1', port, localAddress };
  }

  /**
   * Opens so many connections, and sends the same on each.
   * @param isReading whether it takes what is answered
   */
  async open(count: number, sent: string, isReading = true): Promise<UnfinishedConnection[]> {
    const opened = Array.from({ length: count }, () => this.#connect(isReading));
    this.connections.push(...opened);
    for (const { socket } of opened) {
      if (socket.connecting) await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
      socket.write(sent, 'latin1');
    }
    return opened;
  }

  /** How many connections have got an answer with this status. */
  answered(status: number): number {
    return this.connections.filter(({ received }) => received.startsWith(`HTTP/1.1 ${status} `)).length;
  }

  get openCount(): number {
    return this.connections.filter(({ isOpen }) => isOpen).length;
  }

  close(): void {
    for (const { socket } of this.connections) socket.destroy();
  }

  #connect(isReading: boolean): UnfinishedConnection {
    const socket = connect(this.#to);
    const connection: UnfinishedConnection = { socket, received: '', isOpen: true };
    socket.on('error', () => {});
    socket.on('close', () => (connection.isOpen = false));
    if (isReading) socket.setEncoding('latin1').on('data', (text: string) => (connection.received += text));
    else socket.pause();
    return connection;
  }
}

/** A request's first lines, with a host, and the end of its headers. @param headers lines, each with its end */
export function requestHead(line: string, host: string, headers = ''): string {
  return `${line} HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n`;
}
