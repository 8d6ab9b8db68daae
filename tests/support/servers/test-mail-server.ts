import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { from: string; to: string[]; raw: string; messageId: string; isEncrypted: boolean };

type Step = 'greeting' | 'login' | 'sender' | 'recipient' | 'content';

/** What goes wrong, and where: an answer with that code, no answer at all, or the connection's end. */
export type Trouble = { at: Step; how: number | 'silence' | 'hang-up' };

/** A mail server on a loopback port that takes mails in, until it is told to make trouble. */
export class TestMailServer {
  readonly port: number;
  readonly received: ReceivedMail[] = [];
  /** Steps that clients have got to, over all connections. */
  readonly steps: Step[] = [];
  trouble: Trouble | null = null;
  readonly #server: SMTPServer;

  private constructor(port: number, server: SMTPServer) {
    this.port = port;
    this.#server = server;
  }

  /** @param options.encrypts offers STARTTLS: with that key, or with a certificate that nobody trusts */
  static async open(
    options: { port?: number; encrypts?: true | { key: string; cert: string } } = {},
  ): Promise<TestMailServer> {
    const opened: { mails?: TestMailServer } = {};
    const pass = (at: Step, session: { id: string }, next: (error?: Error) => void) =>
      opened.mails?.pass(at, session.id, next);
    const server = new SMTPServer({
      logger: false,
      authOptional: true,
      allowInsecureAuth: true,
      ...(options.encrypts === undefined ? { disabledCommands: ['STARTTLS'] } : {}),
      ...(typeof options.encrypts === 'object' ? options.encrypts : {}),
      closeTimeout: 1,
      onConnect: (session, next) => pass('greeting', session, next),
      onAuth: ({ username }, session, next) =>
        pass('login', session, (error) => (error ? next(error) : next(null, { user: username }))),
      onMailFrom: (_address, session, next) => pass('sender', session, next),
      onRcptTo: (_address, session, next) => pass('recipient', session, next),
      onData: (stream, session, next) => {
        const { mailFrom, rcptTo } = session.envelope;
        void (async () => {
          const raw = await text(stream);
          pass('content', session, (error) => {
            if (!error) opened.mails?.take(mailFrom ? mailFrom.address : '', rcptTo, raw, session.secure);
            next(error);
          });
        })();
      },
    });
    server.on('error', () => {});
    const listening = server.listen(options.port ?? 0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
    return (opened.mails = new TestMailServer(address.port, server));
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }

  private pass(at: Step, connection: string, next: (error?: Error) => void): void {
    this.steps.push(at);
    if (this.trouble?.at !== at) return next();
    const { how } = this.trouble;
    if (typeof how === 'number') next(Object.assign(new Error('4.7.1 no, says the test'), { responseCode: how }));
    if (how !== 'hang-up') return;
    for (const open of this.#server.connections) if (open.id === connection) open.close();
  }

  private take(from: string, to: readonly { address: string }[], raw: string, isEncrypted: boolean): void {
    const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '';
    this.received.push({ from, to: to.map(({ address }) => address), raw, messageId, isEncrypted });
  }
}
