import { createTransport, type Transporter } from 'nodemailer';
import type { MailServer } from '../../config/sections/mail-config';
import type { Carrier, MailTrial } from '../carrier';
import type { MailDelivery } from '../delivery';
import { SECOND } from '../../shared/time/duration';
import { composeMail } from './compose-mail';
import { deliveryErrorFrom } from './delivery-error-from';
import type { MailSettings } from './mail-body';

/** Timeouts of a mail server, in milliseconds. */
export type SmtpTimeouts = { connectMs: number; greetingMs: number; silenceMs: number };

const TIMEOUTS: SmtpTimeouts = { connectMs: 10 * SECOND, greetingMs: 10 * SECOND, silenceMs: 30 * SECOND };

/** Opens a connection for each mail: there are few, and none fails because of another. */
export class SmtpMailCarrier implements Carrier<MailDelivery>, MailTrial {
  readonly #transport: Transporter;
  readonly #settings: MailSettings;

  constructor(server: MailServer, settings: MailSettings, timeouts = TIMEOUTS) {
    this.#settings = settings;
    this.#transport = openTransport(server, timeouts);
  }

  async deliver(delivery: MailDelivery, signal: AbortSignal): Promise<void> {
    await this.send(delivery, signal);
  }

  async send(delivery: MailDelivery, signal: AbortSignal): Promise<string> {
    const mail = await composeMail(delivery, this.#settings);
    try {
      const { response } = await this.#transport.sendMail({ ...mail, signal });
      return response ?? '';
    } catch (error) {
      throw deliveryErrorFrom(error);
    }
  }
}

/**
 * Connects to a mail server, encrypts and logs in as for a mail, and sends none.
 * @throws DeliveryError
 */
export async function tryMailServer(server: MailServer, timeouts = TIMEOUTS): Promise<void> {
  try {
    await openTransport(server, timeouts).verify();
  } catch (error) {
    throw deliveryErrorFrom(error);
  }
}

function openTransport({ host, port, encryption, login }: MailServer, timeouts: SmtpTimeouts): Transporter {
  return createTransport({
    host,
    port,
    secure: encryption === 'implicit',
    requireTLS: encryption === 'required',
    ignoreTLS: encryption === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    connectionTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
  });
}
