import type { GatewayPasswords } from '@/lib/accounts/sign-in/gateway-passwords';
import type { User } from '@/lib/accounts/users/user';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { Database } from '@/lib/database/database';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import { fakeHelpdesk, onDatabase, type FakeHelpdesk } from '../../support/doubles/fake-helpdesk-ports';
import { MortalProcess } from '../../support/doubles/fake-mortal-process';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { InterruptedWorld, type Act, type Place } from './interrupted-world';

/** Commands of the vendor's servers that change nothing but sessions. */
const READS = /VIEW|QUERY|^log|^session|^users$|check-status/;

const PASSWORD = 'Static-Password-1';

export type Vendor = {
  open: (server: OneSpanServer) => OpenedGateway;
  /** Whether it registers with the user's password. */
  needsPassword: boolean;
};

/** A server of the vendor, which outlives the processes that use it; each of them has a connection of its own. */
export class InterruptedOneSpanWorld extends InterruptedWorld {
  readonly server: OneSpanServer;
  readonly #vendor: Vendor;
  #opened: OpenedGateway | null = null;

  private constructor(helpdesk: FakeHelpdesk, database: Database, server: OneSpanServer, vendor: Vendor) {
    super(helpdesk, database, vendor.needsPassword ? PASSWORD : undefined);
    this.server = server;
    this.#vendor = vendor;
  }

  static async at(vendor: Vendor, database: Database): Promise<InterruptedOneSpanWorld> {
    const helpdesk = await fakeHelpdesk(onDatabase(database));
    const server = await startOnespanServer({ clock: helpdesk.ports.clock, activationLimit: 5 });
    const world = new InterruptedOneSpanWorld(helpdesk, database, server, vendor);
    world.#connect();
    return world;
  }

  override async newcomer(group?: string): Promise<User> {
    const user = await super.newcomer(group);
    this.server.state.accounts.add({ ...user, staticPassword: PASSWORD });
    return user;
  }

  override async live(act: Act): Promise<Place[]> {
    this.server.calls.clear();
    const places = await super.live(act);
    const commands = Object.entries(this.server.calls.counts()).filter(([command]) => !READS.test(command));
    for (const when of ['before', 'after'] as const) {
      for (const [command] of commands) places.push({ name: `dies ${when} ${command}`, fate: null });
    }
    return places;
  }

  override async die(act: Act, place: Place): Promise<boolean> {
    const hasDied = await (place.fate ? super.die(act, place) : this.#dieAtServer(act, place.name));
    await this.server.faults.clear();
    await this.#reconnect();
    return hasDied;
  }

  async #dieAtServer({ run }: Act, name: string): Promise<boolean> {
    const process = new MortalProcess(this.ports, null);
    const [, when, ...command] = name.split(' ');
    this.server.faults.cut(command.join(' '), when as 'before' | 'after', () => process.die());
    await process.run(run);
    return process.isDead;
  }

  /** What is kept here, and the devices and the password at the server. */
  override async stateOf(users: User[]): Promise<string[][]> {
    const kept = await super.stateOf(users);
    return Promise.all(kept.map(async (lines, index) => (await this.#atServer(users[index] as User)).concat(lines)));
  }

  async #atServer(user: User): Promise<string[]> {
    const devices = (await this.ports.directory.list(user)).map(({ state }) => `device at the server ${state}`);
    const hasPassword = this.server.state.accounts.find(user.userId, user.domain)?.staticPassword === PASSWORD;
    return hasPassword ? devices : [...devices, 'no password of their own at the server'];
  }

  /** @throws TypeError where the vendor's settings let no passwords be changed */
  get passwords(): GatewayPasswords {
    if (!this.#opened?.passwords) throw new TypeError('no passwords are changed');
    return this.#opened.passwords;
  }

  async close(): Promise<void> {
    await this.#opened?.close();
    await this.server.close();
  }

  async #reconnect(): Promise<void> {
    await this.#opened?.close();
    this.#connect();
  }

  #connect(): void {
    this.#opened = this.#vendor.open(this.server);
    const { activation: gateway, directory } = this.#opened;
    const { ports } = this;
    Object.assign(ports.activation, { gateway, directory });
    Object.assign(ports, { directory, phones: null } satisfies Partial<HelpdeskPorts>);
  }
}
