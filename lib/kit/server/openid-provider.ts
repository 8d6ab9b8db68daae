import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a hostile or broken provider does; see `#idToken` and `#token`. */
export const TOKEN_FAULTS = [
  'unsigned',
  'signed-by-another',
  'signed-with-the-client-secret',
  'wrong-nonce',
  'wrong-audience',
  'wrong-issuer',
  'expired',
  'issued-in-the-future',
  'without-auth-time',
] as const;

export type ProviderFault = (typeof TOKEN_FAULTS)[number] | 'down' | 'failing' | 'endless';

/** The site, as the provider knows it. */
export const CLIENT = { id: 'tessera', secret: 'a client secret of the tests' };

const KEYS = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};

/** Of the button on the provider’s page that signs its person in. */
export const PROVIDER_BUTTON = 'It is me';

type Asked = { redirectUri: string; nonce: string; challenge: string };

/**
 * An OpenID provider on a loopback port, written from OpenID Connect Core: authorization code with PKCE (RFC 7636), and a
 * page that asks its person before it sends them back.
 */
export class OpenIdProvider {
  readonly issuer: string;
  /** The parameters of each authorization request that was answered. */
  readonly asked: Record<string, string>[] = [];
  /** Claims of whoever is signed in here; `sub` is needed. */
  person: Record<string, unknown> = { sub: '1' };
  acr: string | null = null;
  /** How long ago the person signed in, in seconds. */
  age = 0;
  fault: ProviderFault | null = null;
  /** What signs ID tokens for this client, and what the provider says that it signs with. */
  algorithm: keyof typeof KEYS = 'RS256';
  listed: string[] = ['RS256'];
  /** The provider's clock. */
  now = () => new Date();
  readonly #server: Server;
  readonly #keys = { RS256: KEYS.RS256(), ES256: KEYS.ES256() };
  readonly #codes = new Map<string, Asked>();

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.issuer = `http://localhost:${port}`;
  }

  static async open(): Promise<OpenIdProvider> {
    const server = createServer().listen(0, 'localhost');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
    const provider = new OpenIdProvider(server, address.port);
    server.on('request', (request, response) => void provider.#answer(request, response));
    return provider;
  }

  /** Somebody else, and nothing wrong. */
  reset(): void {
    Object.assign(this, {
      person: { sub: '1' },
      acr: null,
      age: 0,
      fault: null,
      algorithm: 'RS256',
      listed: ['RS256'],
    });
    this.asked.length = 0;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** What the person's browser gets for an authorization request: the address that leads it back. */
  approve(authorization: URL): string {
    const parameters = Object.fromEntries(authorization.searchParams);
    const { redirect_uri: redirectUri = '', nonce = '', code_challenge: challenge = '', state = '' } = parameters;
    const isProper = parameters['client_id'] === CLIENT.id && parameters['response_type'] === 'code';
    if (!isProper || parameters['code_challenge_method'] !== 'S256') throw new Error('not what a client asks');
    this.asked.push(parameters);
    const code = randomBytes(16).toString('base64url');
    this.#codes.set(code, { redirectUri, nonce, challenge });
    return `${redirectUri}?${new URLSearchParams({ code, state, iss: this.issuer }).toString()}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    if (this.fault === 'down') return void request.socket.destroy();
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, this.#metadata());
      case '/authorize':
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(
            `<title>Login</title><form method="post" action="/approve${url.search}"><button>${PROVIDER_BUTTON}</button></form>`,
          );
      case '/approve':
        return void response.writeHead(303, { location: this.approve(url) }).end();
      case '/token':
        return this.#token(request, response);
      case '/keys':
        return json(response, {
          keys: Object.entries(this.#keys).map(([kid, { publicKey }]) =>
            Object.assign(publicKey.export({ format: 'jwk' }), { kid, use: 'sig' }),
          ),
        });
      case '/userinfo':
        return json(response, { ...this.person, acr: 'of userinfo, which proves nothing' });
      default:
        return void response.writeHead(404).end();
    }
  }

  #metadata() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      id_token_signing_alg_values_supported: this.listed,
    };
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    if (this.fault === 'failing') return json(response, { error: 'server_error' }, 503);
    if (this.fault === 'endless') {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => response.destroyed || response.write(' '.repeat(100_000), more);
      return void more();
    }
    const client = `Basic ${Buffer.from(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret).replaceAll('%20', '+')}`).toString('base64')}`;
    if (request.headers.authorization !== client) return json(response, { error: 'invalid_client' }, 401);
    const code = form.get('code') ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || grant.challenge !== verifier || grant.redirectUri !== form.get('redirect_uri'))
      return json(response, { error: 'invalid_grant' }, 400);
    json(response, { access_token: 'an access token', token_type: 'Bearer', id_token: this.#idToken(grant.nonce) });
  }

  #idToken(nonce: string): string {
    const { fault } = this;
    const now = Math.floor(this.now().getTime() / 1_000) + (fault === 'issued-in-the-future' ? 120 : 0);
    const claims = {
      iss: fault === 'wrong-issuer' ? 'http://localhost:1' : this.issuer,
      sub: this.person['sub'],
      aud: fault === 'wrong-audience' ? 'somebody else' : CLIENT.id,
      nonce: fault === 'wrong-nonce' ? 'another' : nonce,
      iat: now - (fault === 'expired' ? 600 : 0),
      exp: now + (fault === 'expired' ? -300 : 300),
      ...(fault !== 'without-auth-time' && { auth_time: now - this.age }),
      ...(this.acr !== null && { acr: this.acr }),
    };
    const alg = fault === 'unsigned' ? 'none' : fault === 'signed-with-the-client-secret' ? 'HS256' : this.algorithm;
    const signed = `${part({ alg, kid: this.algorithm })}.${part(claims)}`;
    return `${signed}.${this.#signature(alg, signed)}`;
  }

  #signature(alg: string, signed: string): string {
    if (alg === 'none') return '';
    if (alg === 'HS256') return createHmac('sha256', CLIENT.secret).update(signed).digest('base64url');
    const { privateKey } = this.fault === 'signed-by-another' ? KEYS[this.algorithm]() : this.#keys[this.algorithm];
    // RFC 7518 §3.4: the two numbers one after the other.
    return sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  }
}

function part(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
