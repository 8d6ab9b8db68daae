import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Carrier, MailTrial } from '../carrier';
import type { MailDelivery } from '../delivery';
import { composeMail } from './compose-mail';
import type { MailSettings } from './mail-body';

/** For installations without a mail server: writes a file for each mail, readable by its owner only. */
export class FileMailCarrier implements Carrier<MailDelivery>, MailTrial {
  readonly #transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  readonly #folder: string;
  readonly #settings: MailSettings;

  /** @param folder created if it does not exist */
  constructor(folder: string, settings: MailSettings) {
    this.#folder = folder;
    this.#settings = settings;
  }

  async deliver(delivery: MailDelivery): Promise<void> {
    await this.send(delivery);
  }

  /** @returns the file's path */
  async send(delivery: MailDelivery): Promise<string> {
    const { message } = await this.#transport.sendMail(await composeMail(delivery, this.#settings));
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    // The same name at every attempt; sorts in the order of queueing.
    const file = join(this.#folder, `${delivery.queuedAt.toISOString().replaceAll(/[:.]/g, '-')}-${delivery.id}.eml`);
    await writeFile(`${file}.part`, message, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return file;
  }
}
