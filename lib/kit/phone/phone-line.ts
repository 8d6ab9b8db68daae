import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { answerCall } from '../faults/answer-call';
import { isCallNamed } from '../faults/call';
import type { CallLog } from '../faults/call-log';
import type { FaultBoard } from '../faults/fault-board';
import { phoneCallName, type PhoneCall } from '../faults/phone-calls';
import { jsonReply, type Reply } from '../faults/reply';
import { listenOnFreePort } from '../gateways/wire/free-port';
import { Latch } from '../latch';
import { PhoneNetwork } from './phone-network';

/** `arrival` opens when a call is held back; open `release` to let it go on. */
export type Gate = { arrival: Latch; release: Latch };

const HOST = '127.0.0.1';

/** Headers of a phone that its site reads: what it is, its browser's cookies and page, and the address that a proxy gives. */
const PASSED_TO_GATEWAY = ['authorization', 'content-type', 'cookie', 'origin', 'x-forwarded-for'] as const;

/** The headers of the gateway's answer that a phone reads. */
const PASSED_ON = ['content-type', 'retry-after'];

/**
 * A reverse proxy between a phone and the gateway. It can hold a call back, so that a test acts between two steps of an
 * activation, and it can go wrong.
 */
export class PhoneLine {
  readonly url: string;
  readonly #network: PhoneNetwork;
  readonly #server: Server;
  readonly #port: number;
  readonly #target: string;
  readonly #addressFrom: string;
  readonly #gates: { call: string; gate: Gate }[] = [];
  /** Answered services in order. `at`: when the gateway's answer was there, by `performance.now()`. */
  readonly answered: { service: string; at: number }[] = [];

  private constructor(server: Server, port: number, target: string, addressFrom: string, network: PhoneNetwork) {
    this.url = `http://${HOST}:${port}`;
    this.#server = server;
    this.#target = target;
    this.#addressFrom = addressFrom;
    this.#port = port;
    this.#network = network;
    network.add(this);
  }

  /**
   * @param target base address of the gateway's services
   * @param addressFrom origin that serves the gateway's address, where the target does not
   * @param network of its own unless given
   */
  static async open(target: string, addressFrom = target, network = new PhoneNetwork()): Promise<PhoneLine> {
    const server = createServer();
    const port = await listenOnFreePort(server);
    const line = new PhoneLine(server, port, target, addressFrom, network);
    server.on('request', (request, response) => void line.#relay(request, response));
    return line;
  }

  /** Holds calls of a name until the gate is released. */
  hold(call: PhoneCall): Gate {
    const gate = { arrival: new Latch(), release: new Latch() };
    this.#gates.push({ call, gate });
    return gate;
  }

  get faults(): FaultBoard {
    return this.#network.faults;
  }

  get calls(): CallLog {
    return this.#network.calls;
  }

  close(): void {
    this.#network.remove(this);
    this.#end();
  }

  /** Refuses connections, and resets those that are open; or takes them again. */
  async listen(isListening: boolean): Promise<void> {
    if (isListening === this.#server.listening) return;
    const stateChange = once(this.#server, isListening ? 'listening' : 'close');
    if (isListening) this.#server.listen(this.#port, HOST);
    else this.#end();
    await stateChange;
  }

  #end(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const name = phoneCallName(path.replace(/\?.*$/, ''));
    const body = await buffer(request);
    const gate = this.#gates.findLast(({ call }) => isCallNamed(name, call));
    gate?.gate.arrival.open();
    await gate?.gate.release.opened;
    const call = {
      name,
      url: this.url,
      body: body.toString('utf8'),
      perform: () => this.#pass(path, name, request, body),
      refuseStrangely: () => jsonReply(200, { resultCodes: { returnCode: -1, statusCodeEnum: 'STAT_UNHEARD_OF' } }),
    };
    try {
      await answerCall(this, call, response);
    } catch {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    }
  }

  async #pass(path: string, name: string, request: IncomingMessage, body: Buffer<ArrayBuffer>): Promise<Reply> {
    const isAddress = name === 'authenticator/config.json';
    const origin = isAddress ? this.#addressFrom : this.#target;
    const answer = await fetch(origin + path, {
      method: request.method ?? 'GET',
      headers: forwarded(request),
      ...(body.length > 0 ? { body } : {}),
    });
    const at = performance.now();
    const text = await answer.text();
    this.answered.push({ service: name.split('/').at(-1) ?? '', at });
    const headers = PASSED_ON.flatMap((header) => {
      const value = answer.headers.get(header);
      return value === null ? [] : [[header, value]];
    });
    // Phones have to call this proxy, not the address that the site publishes.
    const bodyText = isAddress ? text.replaceAll(origin, this.url) : text;
    return { status: answer.status, headers: Object.fromEntries(headers), body: bodyText };
  }
}

function forwarded(request: IncomingMessage): Record<string, string> {
  const passed = PASSED_TO_GATEWAY.flatMap((header) => {
    const value = request.headers[header];
    return typeof value === 'string' ? [[header, value]] : [];
  });
  return Object.fromEntries(passed) as Record<string, string>;
}
