import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { confirmRegistration } from '@/lib/helpdesk/administration/self-registration/confirm-registration';
import { registerSelf } from '@/lib/helpdesk/administration/self-registration/register-self';
import type { SelfRegistrationPorts } from '@/lib/helpdesk/administration/self-registration/self-registration';
import { unconfirmedDirectory } from '@/lib/helpdesk/administration/self-registration/unconfirmed-directory';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { Database } from '@/lib/database/database';
import { keyedHash } from '@/lib/database/secrets/keyed-hash';
import type { PersistSideEffects } from '@/lib/database/side-effects/persist-side-effects';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaRegistrationStore } from '@/lib/database/tables/administration/prisma-registration-store';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { NewMessage } from '@/lib/messaging/new-message';
import { generateBrowserSecret, type BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { fakeAccess } from '../../support/doubles/fake-access-ports';
import { openAdapter } from '../../support/onespan/open-onespan-adapter';
import type { Flow, Who } from '../../support/orders';
import { testPersister } from '../../support/test-chain';

const PASSWORD = 'Directory-Password-1';
const MAKES_ACCOUNTS = { authenticates: true, registers: true };
const COMPONENTS = { 'Self-Management Website': { authenticates: true }, 'Self-Registration': MAKES_ACCOUNTS };

const origin = (who: Who) => ({ correlationId: 'order', address: who === 'person' ? '192.0.2.7' : '198.51.100.7' });

export type RegistrationScene = {
  userId: string;
  ports: SelfRegistrationPorts & { clock: { now: () => Date } };
  holders: Record<Who, BrowserSecret>;
  sessions: Map<Who, SignedIn>;
  sent: NewMessage[];
  codes: Map<Who, string>;
  isConfirmed: boolean;
  isConfirmedTwice: boolean;
};

/** An authentication server whose directory has people without an account there. */
export class RegistrationSite {
  readonly #database: Database;
  readonly #server: OneSpanServer;
  readonly #gateway: OpenedGateway;
  #people = 0;

  private constructor(database: Database, server: OneSpanServer, gateway: OpenedGateway) {
    this.#database = database;
    this.#server = server;
    this.#gateway = gateway;
  }

  static async open(database: Database): Promise<RegistrationSite> {
    const server = await startOnespanServer({ components: COMPONENTS, lockThreshold: 0 });
    const gateway = openAdapter(server, [], { selfRegistration: 'on', registrationComponentType: 'Self-Registration' });
    return new RegistrationSite(database, server, gateway);
  }

  async close(): Promise<void> {
    await this.#gateway.close();
    await this.#server.close();
  }

  async begin(): Promise<RegistrationScene> {
    const access = await fakeAccess();
    const sent: NewMessage[] = [];
    const save = testPersister(access.clock);
    const persist: PersistSideEffects = async (transaction, effects) => {
      sent.push(...effects.messages);
      return save(transaction, effects);
    };
    const { people, selfRegistration } = this.#gateway;
    if (!people) throw new TypeError('the server keeps people');
    const registrations = new PrismaRegistrationStore(this.#database.client, persist);
    const userId = `new.person.${(this.#people += 1)}`;
    this.#server.state.options.directory.push({ userId, staticPassword: PASSWORD, email: `${userId}@example.org` });
    const ports = {
      ...access,
      users: unconfirmedDirectory(people.users, registrations) as typeof access.users,
      sessions: new PrismaSessionStore(this.#database),
      selfRegistration,
      registrations,
      hash: keyedHash('a session secret', 'mailed secret'),
    };
    const holders = { person: generateBrowserSecret(systemRandom), other: generateBrowserSecret(systemRandom) };
    return {
      userId,
      ports,
      holders,
      sent,
      sessions: new Map(),
      codes: new Map(),
      isConfirmed: false,
      isConfirmedTwice: false,
    };
  }

  async rowsOf({ userId }: RegistrationScene): Promise<string> {
    const { client } = this.#database;
    const named = { where: { userId } };
    const kept = [await client.selfRegistration.findMany(named), await client.session.findMany(named)];
    return JSON.stringify(kept, (key, value: unknown) => (key === 'triesLeft' ? 0 : value));
  }
}

/**
 * Registering oneself. The other browser has the directory's password, and the code that was mailed for the person's own, as soon
 * as it is mailed. Once the person has confirmed, the password signs in alone, as everybody's does.
 */
export function registrationFlow(at: RegistrationSite): Flow<RegistrationScene> {
  return {
    open: () => at.begin(),
    steps: {
      async registers({ ports, userId, holders, sent, codes }, who) {
        const browser = { holder: holders[who], knownBrowser: null };
        const asked = await registerSelf(ports, { userId, password: PASSWORD }, browser, origin(who));
        const mail = sent.findLast((message) => message.channel === 'mail')?.content;
        codes.set(who, mail && 'code' in mail ? mail.code : '');
        return asked.ok;
      },
      async confirms(scene, who) {
        const { ports, userId, holders, codes } = scene;
        const typed = { userId, code: codes.get('person') ?? '' };
        const confirmed = await confirmRegistration(ports, typed, holders[who], origin(who));
        if (!confirmed.ok) return false;
        scene.isConfirmedTwice ||= (await confirmRegistration(ports, typed, holders[who], origin(who))).ok;
        scene.isConfirmed ||= who === 'person';
        scene.sessions.set(who, confirmed.value);
        return true;
      },
      async 'signs in'({ ports, userId, sessions }, who) {
        const entered = await signIn(ports, { userId, password: PASSWORD }, origin(who));
        if (entered.ok) sessions.set(who, entered.value);
        return entered.ok;
      },
    },
    stateOf: (scene) => at.rowsOf(scene),
    async held({ ports, sessions, isConfirmed, isConfirmedTwice }) {
      async function sessionOf(who: Who): Promise<string[]> {
        const signedIn = sessions.get(who);
        const session = signedIn && (await ports.sessions.find(signedIn.session.id, ports.clock.now()));
        return session ? ['session', ...Object.keys(session.proofs).map((proof) => `proof: ${proof}`)] : [];
      }
      const byPassword = ['session', 'proof: password'].join();
      const others = await sessionOf('other');
      const isGiven = isConfirmed && others.join() === byPassword;
      return {
        person: await sessionOf('person'),
        other: isGiven ? [] : others,
        account: isConfirmedTwice ? ['taken twice'] : [],
      };
    },
  };
}
