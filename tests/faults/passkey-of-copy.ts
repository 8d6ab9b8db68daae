import { randomBytes } from 'node:crypto';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';
import type { CopyPasskey } from '@/lib/phone/copies/copy-passkey';

/** The passkey of one copy: a provider with WebAuthn's PRF extension. */
export class PasskeyOfCopy {
  readonly #authenticator: SoftwareAuthenticator;
  readonly #rpId: string;
  readonly #secret = new Uint8Array(randomBytes(32));

  constructor(siteUrl: string) {
    const { origin, hostname } = new URL(siteUrl);
    this.#authenticator = new SoftwareAuthenticator(origin);
    this.#rpId = hostname;
  }

  create(challenge: string): CopyPasskey {
    const rp = { id: this.#rpId, name: 'Tessera Authenticator' };
    const user = { id: 'aGFuZGxl', name: 'jane', displayName: 'jane' };
    const options = { challenge, rp, user } as Parameters<SoftwareAuthenticator['register']>[0];
    return this.#passkey(this.#authenticator.register(options));
  }

  touch(challenge: string): CopyPasskey {
    return this.#passkey(this.#authenticator.answer({ challenge, rpId: this.#rpId }));
  }

  #passkey(answer: string): CopyPasskey {
    const { response } = JSON.parse(answer) as { response: { clientDataJSON: string } };
    return { answer, clientDataJson: response.clientDataJSON, secret: this.#secret };
  }
}
