import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { sampleOf } from '../sample-of';

type Expected = { issuer: string; audience: string; linkId: string; state: string };
type ReadResult = (result: string, expected: Expected) => Promise<Record<string, unknown>>;

/** What the bank's server calls Tessera with. */
export type BankAccount = { tessera: string; key: string; serviceAccountId: string };

/**
 * A bank's own site, as a stranger writes it from the documentation: one signed-in person, a button, and the address that
 * they come back to. On `localhost`, which is another site than Tessera's `127.0.0.1`.
 */
export class TestBank {
  readonly url: string;
  /** The links that it was given. */
  readonly links: string[] = [];
  account: BankAccount | null = null;
  readonly #server: Server;
  readonly #userId: string;
  readonly #awaited = new Map<string, string>();

  private constructor(url: string, server: Server, userId: string) {
    this.url = url;
    this.#server = server;
    this.#userId = userId;
  }

  static async open(userId: string): Promise<TestBank> {
    const server = createServer().listen(0, 'localhost');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
    const bank = new TestBank(`http://localhost:${address.port}`, server, userId);
    server.on('request', (request, response) => {
      bank.#answer(request, response).catch((error: unknown) => page(response, 500, `Refused: ${String(error)}`));
    });
    return bank;
  }

  get returnAddress(): string {
    return `${this.url}/phones/back?tenant=7`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    if (request.method === 'POST') return this.#send(response);
    if (url.pathname === '/phones/back') return this.#take(url, response);
    page(response, 200, '<form method="post"><button>Activate my phone</button></form>');
  }

  async #send(response: ServerResponse): Promise<void> {
    const state = randomBytes(16).toString('base64url');
    const body = { userId: this.#userId, returnAddress: this.returnAddress, state };
    const made = await this.ask('/activation-links', { method: 'POST', body: JSON.stringify(body) });
    this.#awaited.set(state, String(made['id']));
    this.links.push(String(made['address']));
    response.writeHead(303, { location: String(made['address']) }).end();
  }

  async #take({ searchParams }: URL, response: ServerResponse): Promise<void> {
    const state = searchParams.get('state') ?? '';
    const linkId = this.#awaited.get(state);
    // Each state is taken once.
    if (linkId === undefined || !this.#awaited.delete(state)) throw new Error('unknown state');
    if (searchParams.get('tenant') !== '7' || !this.account) throw new Error('another address');
    const { tessera: issuer, serviceAccountId: audience } = this.account;
    const source = `data:text/javascript,${encodeURIComponent(sampleOf('lib/helpdesk/activation-links/integrating.md', 'js'))}`;
    const { readResult } = (await import(source)) as { readResult: ReadResult };
    const result = await readResult(searchParams.get('result') ?? '', { issuer, audience, linkId, state });
    const { activationId, outcome } = result as { activationId: string | null; outcome: string };
    const truth = activationId === null ? { state: 'nothing' } : await this.ask(`/activations/${activationId}`);
    page(response, 200, `Hint: ${outcome}. Truth: ${String(truth['state'])}.`);
  }

  /** @param path below `/api/v1` */
  async ask(path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
    if (!this.account) throw new Error('the bank has no service account');
    const headers = { authorization: `Bearer ${this.account.key}`, 'content-type': 'application/json' };
    const answer = await fetch(`${this.account.tessera}/api/v1${path}`, { ...init, headers });
    const body = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(JSON.stringify(body));
    return body;
  }
}

function page(response: ServerResponse, status: number, content: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><title>Test Bank</title><main>${content}</main></html>`);
}
