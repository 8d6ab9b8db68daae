import type { Answers, Question } from '../door/door-messages';
import { Server, type ServerOptions } from './server';

/** Where printed letters go. */
export const PRINTER = 'printer@example.org';

/** Those that run, and are the kit's own. */
export const ownSites = new Set<Site>();

/** The site that a suite tests: a server of the kit's own, or one that runs already. */
export class Site {
  readonly url: string;
  readonly #server: Server | null;

  private constructor(url: string, server: Server | null) {
    this.url = url;
    this.#server = server;
  }

  /** Starts a server with data of its own; `stop` it in the end. */
  static async start(options: ServerOptions = {}): Promise<Site> {
    const env = { TESSERA_PRINT_MAILBOX: PRINTER, ...options.env };
    const server = await Server.start({ ...options, env });
    const site = new Site(server.url, server);
    ownSites.add(site);
    return site;
  }

  /** A site that somebody else has started, of which the kit sees no more than people and phones do. */
  static at(url: string): Site {
    return new Site(new URL(url).origin, null);
  }

  /** Whether it is a server of the kit's own. */
  get isOwn(): boolean {
    return this.#server !== null;
  }

  /** @param what needs it, for the sentence @throws Error where the site runs already */
  own(what: string): Server {
    if (this.#server) return this.#server;
    throw new Error(`${what} needs a server of the kit's own: run without TESSERA_TEST_URL, which names ${this.url}`);
  }

  /** The server's time. */
  get now(): Date {
    return this.#server?.clock.now ?? new Date();
  }

  /** @see Server.ask */
  async ask<Kind extends Question['kind']>(
    what: string,
    question: Extract<Question, { kind: Kind }>,
  ): Promise<Answers[Kind]> {
    return this.own(what).ask<Kind>(question);
  }

  /** Starts again on the same port and data, as after an update. */
  async restart(): Promise<void> {
    await this.own('restart').restart();
  }

  /** Takes the process away in the middle of whatever it does. `restart` brings it back. */
  async kill(): Promise<void> {
    await this.own('kill').kill();
  }

  /** Ends a server of the kit's own, and deletes its data. */
  async stop(): Promise<void> {
    ownSites.delete(this);
    await this.#server?.dispose();
  }
}
