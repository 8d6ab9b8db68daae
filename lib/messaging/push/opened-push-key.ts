import { generateVapidKey, type VapidKey } from '../../wire/crypto/web-push/vapid';
import { base64UrlFromBytes, bytesFromBase64Url } from '../../shared/bytes';
import type { Encrypter } from '../../shared/encrypter';
import type { Clock } from '../../shared/time/clock';
import { pushKeyContext, type PushKeyStore } from '../phone-alerts/push-key';

type Ports = { store: PushKeyStore; encrypter: Encrypter; clock: Clock };

/** The installation's key, made when it is first asked for. A failure is not remembered. */
export class PushKey {
  readonly #ports: Ports;
  #key: Promise<VapidKey> | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  open(): Promise<VapidKey> {
    this.#key ??= this.#read().catch((error: unknown) => {
      this.#key = null;
      throw error;
    });
    return this.#key;
  }

  async publicKey(): Promise<string> {
    return base64UrlFromBytes((await this.open()).publicKey);
  }

  async #read(): Promise<VapidKey> {
    const { store, encrypter } = this.#ports;
    const { publicKey, encryptedPrivateKey } = (await store.find()) ?? (await this.#make());
    const privateKey = bytesFromBase64Url(await encrypter.decrypt(encryptedPrivateKey, pushKeyContext()));
    return { publicKey: bytesFromBase64Url(publicKey), privateKey };
  }

  async #make() {
    const { store, encrypter, clock } = this.#ports;
    const { publicKey, privateKey } = await generateVapidKey();
    const encryptedPrivateKey = await encrypter.encrypt(base64UrlFromBytes(privateKey), pushKeyContext());
    return store.add({ publicKey: base64UrlFromBytes(publicKey), encryptedPrivateKey }, clock.now());
  }
}
