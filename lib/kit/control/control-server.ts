import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { GatewayFailure } from '../../phone/gateway-failure';
import { textFromUtf8 } from '../../shared/bytes';
import { readAtMost } from '../../shared/read-at-most';
import { parseJsonObject } from '../../shared/json-object';
import { PhoneRefused } from '../phone/phone-refused';
import { controlDocument, phoneSchema } from './control-document';
import { OutOfOrder, ROUTES } from './control-routes';
import { ControlledPhones } from './controlled-phones';

/** A large screenshot in base64. */
const MAXIMUM_BODY_BYTES = 30_000_000;

const HOST = '127.0.0.1';

type Answer = { status: number; body?: unknown };

/**
 * Phones over HTTP, on this machine alone. A page in a browser cannot use it: what names another host, or an origin, is refused.
 */
export class ControlServer {
  readonly url: string;
  readonly #server: Server;
  readonly #phones: ControlledPhones;

  private constructor(server: Server, url: string, phones: ControlledPhones) {
    this.#server = server;
    this.url = url;
    this.#phones = phones;
  }

  /** @param port 0 for any */
  static async open(siteUrl: string, port: number): Promise<ControlServer> {
    const server = createServer().listen(port, HOST);
    await once(server, 'listening');
    const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
    const control = new ControlServer(server, url, new ControlledPhones(siteUrl));
    server.on('request', (request, response) => void control.#serve(request, response));
    return control;
  }

  async close(): Promise<void> {
    this.#phones.close();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.#answer(request).catch(problemOf);
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    if (body === undefined) response.writeHead(status).end();
    else response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { host, origin } = request.headers;
    if (origin !== undefined || (host !== new URL(this.url).host && host !== `localhost:${new URL(this.url).port}`))
      throw new Problem(403, 'not-for-browsers');
    const { pathname } = new URL(request.url ?? '/', this.url);
    const [, first, name, ...rest] = pathname.split('/');
    const { method = 'GET' } = request;
    if (method === 'GET' && pathname === '/openapi.json') return { status: 200, body: controlDocument(this.url) };
    if (first !== 'phones') throw new Problem(404, 'no-such-address');
    if (name === undefined) return this.#collection(method, request);
    const controlled = this.#phones.find(name);
    if (!controlled) throw new Problem(404, 'no-such-phone');
    if (rest.length === 0) {
      if (method !== 'DELETE') throw new Problem(405, 'no-such-method');
      this.#phones.remove(name);
      return { status: 204 };
    }
    const path = `/${rest.join('/')}`;
    const route = ROUTES.find((one) => one.path === path && one.method === method);
    if (!route) throw new Problem(404, 'no-such-address');
    const body = route.request ? await read(request, route.request) : null;
    const answer = await route.run(controlled, body);
    return route.answer ? { status: 200, body: answer } : { status: 204 };
  }

  async #collection(method: string, request: IncomingMessage): Promise<Answer> {
    if (method === 'GET') return { status: 200, body: this.#phones.list().map((phone) => ({ phone })) };
    if (method !== 'POST') throw new Problem(405, 'no-such-method');
    const { pin, name, hasNotifications, patienceMs } = await read(request, phoneSchema);
    const options = { pin, name, hasNotifications, patienceMs };
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    const phone = await this.#phones.make(given);
    if (phone === null) throw new Problem(409, 'too-many-phones');
    return { status: 201, body: { phone } };
  }
}

async function read<Body>(request: IncomingMessage, schema: z.ZodType<Body>): Promise<Body> {
  const bytes = await readAtMost(request, MAXIMUM_BODY_BYTES);
  if (!bytes) throw new Problem(413, 'too-long');
  const said = textFromUtf8(bytes);
  const body = schema.safeParse(parseJsonObject(said === '' ? '{}' : said));
  if (!body.success) throw new Problem(400, 'malformed', z.prettifyError(body.error));
  return body.data;
}

class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail = code) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** @property title what to compare with; `detail` is for people */
function problemOf(error: unknown): Answer {
  const [status, title] = titleOf(error);
  return { status, body: { title, status, detail: error instanceof Error ? error.message : String(error) } };
}

function titleOf(error: unknown): [number, string] {
  if (error instanceof Problem) return [error.status, error.code];
  if (error instanceof PhoneRefused) return [409, error.code];
  if (error instanceof OutOfOrder) return [409, 'out-of-order'];
  if (error instanceof GatewayFailure) return [502, error.code];
  return [422, 'not-possible'];
}
