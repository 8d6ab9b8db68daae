import { request as requestPlain, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent, request as requestTls } from 'node:https';
import { isJsonObject, parseJsonObject, type JsonObject } from '../../shared/json-object';

/** How long an answer is waited for. */
const TIME_LIMIT_MS = 10_000;
/** An answer of which more comes is cut off: no service says so much. */
const MAXIMUM_ANSWER_BYTES = 1_024 * 1_024;
/** Longest pause that a busy endpoint may ask for. */
const LONGEST_PAUSE_SECONDS = 10;
const TRIES = 4;

export type Answer = {
  /** The service, or the method and path, that was called. */
  call: string;
  /** Null when there was no answer. */
  status: number | null;
  /** Why there was none: a code of the system, or `timeout`. */
  failure: string | null;
  contentType: string;
  text: string;
  /** Null when the body is no JSON object. */
  json: JsonObject | null;
};

type Options = {
  /** Null for no header at all. */
  authorization?: string | null;
  method?: string;
  contentType?: string;
};

/**
 * A gateway under test, by its base address, below which `rest/v2` is. Every answer is recorded, for checks of all of
 * them.
 */
export class Endpoint {
  readonly url: string;
  readonly answers: Answer[] = [];
  readonly #key: string;
  readonly #agent: Agent | undefined;

  /** @param authority PEM; null for those of the system */
  constructor(url: string, frontEndKey: string, authority: string | null) {
    this.url = url.replace(/\/+$/, '');
    this.#key = frontEndKey;
    this.#agent = authority === null ? undefined : new Agent({ keepAlive: true, ca: authority });
  }

  /** The header that apps send (OneSpan §3.1). */
  authorization(key = this.#key, password = ''): string {
    return `Basic ${btoa(`${key}:${password}`)}`;
  }

  /**
   * Calls a service.
   * @param service below `rest/v2/`
   * @param body an object is sent as JSON, anything else as it is
   */
  async call(service: string, body: object | string | Uint8Array, options: Options = {}): Promise<Answer> {
    const payload = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    for (let tries = 1; ; tries++) {
      const { answer, pauseSeconds } = await this.#send(service, payload, options);
      if (pauseSeconds === null || tries === TRIES) {
        this.answers.push(answer);
        return answer;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseSeconds * 1_000));
    }
  }

  /** A document beside the services, such as one that a site publishes for phones. It is no answer of the gateway. */
  async read(path: string): Promise<Answer> {
    const { answer } = await this.#request(path, new URL(this.url + path), 'GET', {}, '');
    return answer;
  }

  close(): void {
    this.#agent?.destroy();
  }

  #send(service: string, body: string | Uint8Array, options: Options): Promise<Sent> {
    const { authorization = this.authorization(), method = 'POST', contentType = 'application/json' } = options;
    const headers = {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      ...(authorization !== null && { authorization }),
    };
    return this.#request(service, new URL(`${this.url}/rest/v2/${service}`), method, headers, body);
  }

  #request(
    service: string,
    url: URL,
    method: string,
    headers: OutgoingHttpHeaders,
    body: string | Uint8Array,
  ): Promise<Sent> {
    return new Promise((resolve) => {
      const fail = (failure: string) =>
        resolve({
          answer: { call: service, status: null, failure, contentType: '', text: '', json: null },
          pauseSeconds: null,
        });
      const send = url.protocol === 'https:' ? requestTls : requestPlain;
      const payload = send(url, { method, headers, ...(this.#agent && { agent: this.#agent }) }, (incoming) => {
        void readAnswer(service, incoming).then(resolve, () => fail('cut off'));
      });
      payload.setTimeout(TIME_LIMIT_MS, () =>
        payload.destroy(Object.assign(new Error('timeout'), { code: 'timeout' })),
      );
      payload.once('error', (error: Error & { code?: string }) => fail(error.code ?? error.message));
      payload.end(body);
    });
  }
}

type Sent = { answer: Answer; pauseSeconds: number | null };

async function readAnswer(call: string, incoming: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAXIMUM_ANSWER_BYTES) break;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const { statusCode: status = 0, headers } = incoming;
  const pause = Number(headers['retry-after']);
  const isBusy = (status === 429 || status === 503) && pause >= 0 && pause <= LONGEST_PAUSE_SECONDS;
  const answer = {
    call,
    status,
    failure: null,
    contentType: headers['content-type'] ?? '',
    text,
    json: parseJsonObject(text),
  };
  return { answer, pauseSeconds: isBusy ? pause : null };
}

/** `resultCodes` of an envelope (OneSpan §3.1); null when there are none. */
export function resultCodesOf({ json }: Answer): JsonObject | null {
  const codes = json?.['resultCodes'];
  return isJsonObject(codes) ? codes : null;
}

/** Success needs both, because the HTTP status of a refusal is open (OneSpan §3.1). */
export function isAccepted(answer: Answer): boolean {
  return answer.status === 200 && resultCodesOf(answer)?.['returnCode'] === 0;
}

export function resultOf({ json }: Answer): JsonObject {
  const result = json?.['result'];
  return isJsonObject(result) ? result : {};
}

/** System codes of failed connections, in an operator's words. */
const FAILURES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'no machine has that name',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNRESET: 'the connection was closed',
  EPROTO: 'it does not speak TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
  timeout: 'no answer within ten seconds',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed; give it, or the authority that signed it, as --ca',
  SELF_SIGNED_CERT_IN_CHAIN: 'an authority unknown here has signed its certificate; give it as --ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'an authority unknown here has signed its certificate; give it as --ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'an authority unknown here has signed its certificate; give it as --ca',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** @param code of the system, as `failure` of an answer has it */
export function explainFailure(code: string): string {
  const words = FAILURES[code];
  return words === undefined ? code : `${words} (${code})`;
}

/** The shape of an answer in words: never the values of its result, which may be secret. */
export function describe(answer: Answer): string {
  if (answer.status === null) return `no answer: ${explainFailure(answer.failure ?? 'unknown')}`;
  const codes = resultCodesOf(answer);
  if (!codes) return `HTTP ${answer.status} with ${answer.text === '' ? 'no body' : 'a body that is no envelope'}`;
  const { returnCode, statusCodeEnum } = codes as { returnCode?: unknown; statusCodeEnum?: unknown };
  const names = Object.keys(resultOf(answer));
  const result = names.length > 0 ? `, result with ${names.join(', ')}` : ', no result';
  return `HTTP ${answer.status}, returnCode ${String(returnCode)}, ${String(statusCodeEnum)}${result}`.slice(0, 300);
}
