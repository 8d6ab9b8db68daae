import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { GatewayFailure } from '../../phone/gateway-failure';
import { textFromUtf8 } from '../../shared/bytes';
import { readAtMost } from '../../shared/read-at-most';
import { parseJsonObject } from '../../shared/json-object';
import { sentenceFor } from '../../phone/phone-problem';
import { NotYet, PhoneRefused } from '../phone/phone-refused';
import { controlDocument, phoneSchema } from './control-document';
import { ROUTES } from './control-routes';
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
      throw new Problem('not-for-browsers');
    const { pathname } = new URL(request.url ?? '/', this.url);
    const [, first, name, ...rest] = pathname.split('/');
    const { method = 'GET' } = request;
    if (method === 'GET' && pathname === '/openapi.json') return { status: 200, body: controlDocument(this.url) };
    if (first !== 'phones') throw new Problem('no-such-address');
    if (name === undefined) return this.#collection(method, request);
    const controlled = this.#phones.find(name);
    if (!controlled) throw new Problem('no-such-phone');
    if (rest.length === 0) {
      if (method !== 'DELETE') throw new Problem('no-such-method');
      this.#phones.remove(name);
      return { status: 204 };
    }
    const path = `/${rest.join('/')}`;
    const route = ROUTES.find((one) => one.path === path && one.method === method);
    if (!route) throw new Problem('no-such-address');
    const body = route.request ? await read(request, route.request) : null;
    const answer = await route.run(controlled, body);
    return route.answer ? { status: 200, body: answer } : { status: 204 };
  }

  async #collection(method: string, request: IncomingMessage): Promise<Answer> {
    if (method === 'GET') return { status: 200, body: this.#phones.list().map((phone) => ({ phone })) };
    if (method !== 'POST') throw new Problem('no-such-method');
    const { pin, name, hasNotifications, patienceMs } = await read(request, phoneSchema);
    const options = { pin, name, hasNotifications, patienceMs };
    const variables = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    const phone = await this.#phones.make(variables);
    if (phone === null) throw new Problem('too-many-phones');
    return { status: 201, body: { phone } };
  }
}

async function read<Body>(request: IncomingMessage, schema: z.ZodType<Body>): Promise<Body> {
  const bytes = await readAtMost(request, MAXIMUM_BODY_BYTES);
  if (!bytes) throw new Problem('too-long');
  const text = textFromUtf8(bytes);
  const body = schema.safeParse(parseJsonObject(text === '' ? '{}' : text));
  if (!body.success) throw new Problem('malformed', z.prettifyError(body.error));
  return body.data;
}

/** The port's own refusals: the status, and how to correct the request. */
const PROBLEMS = {
  malformed: [400, 'The body has not the shape that /openapi.json describes.'],
  'not-for-browsers': [403, 'A page of a browser is not answered, and neither is another name of this machine.'],
  'no-such-address': [404, 'There is no such address; /openapi.json lists them.'],
  'no-such-phone': [404, 'There is no such phone. POST /phones makes one.'],
  'no-such-method': [405, 'The address has no such method; /openapi.json lists them.'],
  'too-many-phones': [409, 'There are as many phones as there may be. DELETE those that are done.'],
  'too-long': [413, `The body has more than ${MAXIMUM_BODY_BYTES} bytes.`],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

class Problem extends Error {
  readonly code: keyof typeof PROBLEMS;

  constructor(code: keyof typeof PROBLEMS, detail: string = PROBLEMS[code][1]) {
    super(detail);
    this.code = code;
  }
}

/** @property title what to compare with; `detail` is for people */
function problemOf(error: unknown): Answer {
  const [status, title, detail] = describe(error);
  return { status, body: { title, status, detail } };
}

/** 409: the phone, the site or the gateway refuses in its current state. 422: the request can never succeed. */
function describe(error: unknown): [status: number, title: string, detail: string] {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Problem) return [PROBLEMS[error.code][0], error.code, detail];
  if (error instanceof PhoneRefused) return [409, error.code, sentenceFor(error.code)];
  if (error instanceof NotYet) return [409, error.code, detail];
  if (error instanceof GatewayFailure) return [502, error.code, sentenceFor(error.code)];
  if (error instanceof RangeError) return [422, 'not-possible', detail];
  return [500, 'failed', detail];
}
