import { vi } from 'vitest';
import type * as Argon2 from '@node-rs/argon2';
import type { PhoneChallengeGateway } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { answerLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { systemRandom } from '@/lib/shared/random';
import type { User } from '@/lib/accounts/users/user';
import { sendDueCodes } from '@/lib/helpdesk/administration/asked-codes';
import { LONGEST_DELAY_MS } from '@/lib/helpdesk/administration/code-request';
import type { Database } from '@/lib/database/database';
import { parseBrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { valueOf } from '../../support/phones/activate-device';
import { FakeClock } from '../../support/doubles/fake-clock';
import { FakeMailbox } from '../../support/doubles/fake-mailbox';
import { addressOf, channelTo, FakePhone } from '../../support/doubles/fake-phone';
import type { Who } from '../../support/orders';
import { Browser, SiteInProcess, type Submitted } from '../server/policy/site-in-process';
import { PASSWORD, SitePeople, type Phone } from '../server/policy/site-people';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { GATEWAY_ID } from '../../support/servers/test-gateway';

/** Tables of requests that are not answered yet, of networks, and of what was told: nothing in them opens anything. */
const RECORDS = new Set(['code_request', 'known_network', 'reminder']);

/** Columns that say when, or how often something was tried. */
const COUNTS = ['last_seen_at', 'tries_left', 'last_used_at'];

const NEVER = new AbortController().signal;

/** Of hashes of passwords and codes, which are not what is tried here. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** What the page of a sign-in or confirmation shows. */
export type ShownImage = { code: string; number: string };

/** A site whose server actions are called, and what it keeps of one person. */
export class OrderSite {
  readonly site: SiteInProcess;
  readonly database: Database;
  readonly clock: FakeClock;
  readonly people: SitePeople;
  readonly #tables: string;
  /** Somebody else with a phone, who helps the other browser. */
  accomplice: { user: User; phone: Phone } | null = null;
  /** Of the image that was made last. */
  shownCode = '';

  private constructor(site: SiteInProcess, database: Database, clock: FakeClock, tables: string) {
    this.site = site;
    this.database = database;
    this.clock = clock;
    this.people = new SitePeople(site, database);
    this.#tables = tables;
  }

  static async open(databases: readonly [Database, ...Database[]]): Promise<OrderSite> {
    vi.stubEnv('TESSERA_URL', 'http://localhost:3000');
    vi.stubEnv('TESSERA_PROBATION_HOURS', '0');
    const { hash, ...argon2 } = await vi.importActual<typeof Argon2>('@node-rs/argon2');
    vi.doMock('@node-rs/argon2', () => ({ ...argon2, hash: (text: string) => hash(text, CHEAP) }));
    const clock = new FakeClock();
    const [database] = databases;
    const site = await SiteInProcess.open(databases, clock);
    const rows = await database.client.$queryRawUnsafe<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE column_name = 'user_id' AND table_schema = current_schema() ORDER BY 1`,
    );
    const columns = COUNTS.map((column) => `- '${column}'`).join(' ');
    const tables = rows
      .filter(({ name }) => !RECORDS.has(name))
      .map(
        ({ name }) => `SELECT '${name} ' || (to_jsonb(t) ${columns})::text AS row FROM "${name}" t WHERE user_id = $1`,
      )
      .join(' UNION ALL ');
    const at = new OrderSite(site, database, clock, `${tables} ORDER BY 1`);
    for (const { phoneSignIn } of site.replicas) if (phoneSignIn) at.#watchImages(phoneSignIn.gateway);
    return at;
  }

  /** What a phone's camera would read, which takes many times as long as all the rest of an order. */
  #watchImages(gateway: PhoneChallengeGateway): void {
    const open = gateway.open?.bind(gateway);
    if (!open) throw new TypeError('the gateway makes images');
    Object.assign(gateway, {
      open: async (...asking: Parameters<typeof open>) => {
        const opened = await open(...asking);
        this.shownCode = opened.code;
        return opened;
      },
    });
  }

  /** Somebody new with two browsers, each in a network of its own. */
  async begin(): Promise<OrderScene> {
    const jane = await this.people.add('jane', ['user']);
    return new OrderScene(this, jane, this.people.count);
  }

  /** Whatever the database keeps of somebody. */
  async rowsOf({ userId }: User): Promise<string> {
    const rows = await this.database.client.$queryRawUnsafe<{ row: string }[]>(this.#tables, userId);
    return rows.map(({ row }) => row).join('\n');
  }
}

export class OrderScene {
  readonly at: OrderSite;
  readonly jane: User;
  readonly browsers: Record<Who, Browser> = { person: new Browser(), other: new Browser() };
  readonly mailbox: FakeMailbox;
  readonly #number: number;
  /** What a flow remembers, by name: mailed codes, images, keys. */
  readonly notes = new Map<string, string>();

  constructor(at: OrderSite, jane: User, number: number) {
    this.at = at;
    this.jane = jane;
    this.#number = number;
    this.mailbox = new FakeMailbox(at.site.services.messaging.outbox, at.clock);
  }

  get services() {
    return this.at.site.services;
  }

  note(name: string): string {
    return this.notes.get(name) ?? '';
  }

  /** The browser, whose network its next request comes from. */
  by(who: Who): Browser {
    const [high, low] = [this.#number >> 8, this.#number & 255];
    this.at.site.address = `${who === 'person' ? 10 : 11}.1.${high & 255}.${low}`;
    return this.browsers[who];
  }

  submit(who: Who, file: string, name: string, fields: Record<string, string>): Promise<Submitted> {
    return this.at.site.submit(this.by(who), file, name, fields);
  }

  signIn(who: Who, way: string, typed: Record<string, string> = {}): Promise<boolean> {
    return this.at.site.signIn(this.by(who), way, typed);
  }

  signInByPassword(who: Who, password = PASSWORD): Promise<boolean> {
    return this.signIn(who, 'credentials', { userId: this.jane.userId, password });
  }

  /** What the site's rounds mail once it is due. */
  async sendCodes(): Promise<void> {
    this.at.clock.pass(LONGEST_DELAY_MS);
    const { administration } = this.services;
    if (!administration) throw new TypeError('the site keeps its accounts');
    await sendDueCodes(
      administration,
      (error) => {
        throw error;
      },
      NEVER,
    );
  }

  secretOf(who: Who, cookie: string) {
    return parseBrowserSecret(this.browsers[who].cookies.get(cookie));
  }

  /** A device that has been theirs for long. */
  async bindDevice({ userId, domain }: User = this.jane): Promise<Phone> {
    const { embeddedGateway } = this.services;
    if (!embeddedGateway) throw new TypeError('the site has a gateway of its own');
    const credentials = valueOf(await embeddedGateway.register({ userId, domain }));
    const payload = valueOf(formatActivationPayload({ ...credentials, gatewayId: GATEWAY_ID }));
    const phone = new FakePhone(embeddedGateway, payload);
    for (let step = 0; step < 4; step++) await phone.step();
    const devices = await this.services.devices.directory.list({ userId, domain });
    const instanceId = devices.at(-1)?.instanceId;
    if (instanceId === undefined) throw new TypeError('the device is there');
    return { instanceId, instanceKey: phone.instanceKey };
  }

  /** Lets a phone read an image, and types the number beside it. @returns false if either was refused */
  async approve({ code, number }: ShownImage, { userId, domain }: User, phone: Phone): Promise<boolean> {
    const { embeddedGateway } = this.services;
    if (!embeddedGateway) throw new TypeError('the site has a gateway of its own');
    const channel = channelTo(embeddedGateway);
    const scanned = valueOf(scanLogin(code, addressOf(GATEWAY_ID)));
    const read = await fetchLoginRequest(scanned, { ...phone, userId, domain }, systemRandom, channel);
    return read.ok && (await answerLogin(read.value, number, channel)).ok;
  }

  /** Presses twice what is good once, and notes it if both were taken. */
  async pressTwice(press: () => Promise<boolean>): Promise<boolean> {
    const taken = await press();
    if (taken && (await press())) this.notes.set('taken twice', 'yes');
    return taken;
  }

  /** What no order may leave of what is good once. */
  get leftOver(): string[] {
    return this.notes.has('taken twice') ? ['taken twice'] : [];
  }

  /** As the browser's next request finds it: its session, and each proof that it holds. */
  async sessionOf(who: Who): Promise<string[]> {
    const visitor = await this.at.site.visitorOf(this.browsers[who]);
    if (!visitor || visitor.user.userId !== this.jane.userId) return [];
    return ['session', ...Object.keys(visitor.session.proofs).map((proof) => `proof: ${proof}`)];
  }

  async stateOf(): Promise<string> {
    const browsers = Object.values(this.browsers).map(({ cookies, session }) =>
      JSON.stringify([[...cookies], session]),
    );
    return [await this.at.rowsOf(this.jane), ...browsers].join('\n');
  }
}

/** Whether a form's action was taken, whatever it led to. */
export function isTaken(answer: Submitted): boolean {
  return 'redirectedTo' in answer || answer.status === 'done';
}
