import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { buffer } from 'node:stream/consumers';

export type ClientReply = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  /** The same as text. */
  body: string;
};

/** Calls made by hand over TLS, as any client that trusts the throw-away authority would make them. */
export class HttpsClient {
  readonly #agent: Agent;

  constructor({ caFile, certificate }: { caFile: string; certificate?: { certFile: string; keyFile: string } }) {
    this.#agent = new Agent({
      keepAlive: true,
      ca: readFileSync(caFile),
      ...(certificate && { cert: readFileSync(certificate.certFile), key: readFileSync(certificate.keyFile) }),
    });
  }

  /** @throws Error when there is no whole answer */
  async send(method: string, url: string, headers: Record<string, string> = {}, body = ''): Promise<ClientReply> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, headers, agent: this.#agent }, (response) => {
        const { statusCode: status = 0, headers: received } = response;
        buffer(response).then(
          (bytes) => resolve({ status, headers: received, bytes, body: bytes.toString('utf8') }),
          reject,
        );
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }

  async json(method: string, url: string, body?: object, headers: Record<string, string> = {}) {
    const content = body === undefined ? '' : JSON.stringify(body);
    const reply = await this.send(method, url, { 'content-type': 'application/json', ...headers }, content);
    return { ...reply, json: JSON.parse(reply.body) as unknown };
  }

  close(): void {
    this.#agent.destroy();
  }
}
