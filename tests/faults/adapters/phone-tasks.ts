import { endedWords, type PhoneSignInEnding } from '@/components/site/phone-sign-in/ended-words';
import type { PhoneChallengeGateway } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { poll } from '@/lib/kit/poll';
import { hexFromBytes } from '@/lib/shared/bytes';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { SECOND } from '@/lib/shared/time/duration';
import { BY_PUSH, BY_SCAN } from '../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import type { AdapterSite } from './adapter-site';
import { required, type AdapterTask, type Tried } from './adapter-task';

export const ASKING = { address: '203.0.113.9', browser: 'Firefox on Windows' };
/** How long the phone may answer, also by the server: the shortest that a slow answer fits in. */
const TIME_LIMIT_MS = 8 * SECOND;
const SIGNED_IN: Tried = { isDone: true, words: 'Signed in.' };

export const signInId = () => `phs-${hexFromBytes(systemRandom.bytes(32))}` as PhoneSignInId;

const ended = (ending: PhoneSignInEnding, way: 'message' | 'image'): Tried => ({
  isDone: false,
  words: endedWords(ending, way, TIME_LIMIT_MS).title,
});

type Person = Awaited<ReturnType<typeof activateVendorPhone>>;

/** A person with the vendor’s phone, who asks for a sign-in and answers it. */
class Asked {
  readonly #site: AdapterSite;
  readonly #phones: PhoneChallengeGateway;
  readonly #way: 'message' | 'image';
  readonly #person: Person;
  #words = 'was not asked';
  #isSignedIn = false;

  constructor(site: AdapterSite, phones: PhoneChallengeGateway, way: 'message' | 'image', person: Person) {
    this.#site = site;
    this.#phones = phones;
    this.#way = way;
    this.#person = person;
  }

  get words(): string {
    return this.#words;
  }

  /** @param login the call by which the site asks the server */
  kept(login: string): string {
    const count = this.#site.oneSpan.calls.count(login, this.#site.url);
    const times = ['never', 'once'][count] ?? `${count} times`;
    return `${this.#isSignedIn ? 'signed in' : 'not signed in'}; the server was asked ${times}`;
  }

  /** Asks, answers whatever comes, and sees what the page says in the end. */
  async signIn(): Promise<Tried> {
    const id = signInId();
    const { userId, phone } = this.#person;
    const addressee = { userId, domain: 'example.org' };
    const passed = this.#pushed();
    if (this.#way === 'image') {
      const { code } = await required(this.#phones.openFor)(id, ASKING, addressee);
      await this.#answer(await phone.read(code));
    } else await this.#phones.send(id, ASKING, addressee);
    await this.#untilEnd(id, passed);
    if ((await this.#phones.redeem(id)).ok) {
      this.#isSignedIn = true;
      return SIGNED_IN;
    }
    return ended((await this.#phones.observe(id))?.reason ?? 'expired', this.#way);
  }

  /** Reads the image, types what the device shows, and sees what the page says. */
  async type(): Promise<Tried> {
    const id = signInId();
    const { userId, phone } = this.#person;
    const typed = required(this.#phones.typedResponses);
    const { message } = await typed.start(id, ASKING, { userId, domain: 'example.org' });
    const response = await phone.respondTo(message).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
      this.#words = 'cannot read the image';
      return null;
    });
    if (response === null) return ended('image-over', 'image');
    this.#words = 'shows a code';
    const answered = await typed.answer(id, response);
    if (!answered.ok) return ended('image-over', 'image');
    this.#isSignedIn = (await this.#phones.redeem(id)).ok;
    return this.#isSignedIn ? SIGNED_IN : ended('not-finished', 'image');
  }

  #pushed(): string | null {
    return this.#site.oneSpan.state.challenges.pushedTo(this.#person.device.instanceId);
  }

  async #untilEnd(id: PhoneSignInId, passed: string | null): Promise<void> {
    await poll('the end of the request', async () => {
      if ((await this.#phones.observe(id))?.state !== 'waiting') return true;
      const pushed = this.#pushed();
      if (this.#way === 'message' && pushed !== null && pushed !== passed)
        await this.#answer(await this.#person.phone.receive(this.#site.oneSpan.state.challenges));
      return false;
    });
  }

  async #answer(received: Awaited<ReturnType<Person['phone']['read']>>): Promise<void> {
    if (!received.ok) this.#words = 'finds no request';
    else this.#words = (await received.value.approve()) ? 'approved' : 'approved, and was refused';
  }
}

type Way = { way: 'message' | 'image'; login: string; isTyped?: boolean };

function begin({ way, login, isTyped = false }: Way): AdapterTask['begin'] {
  return async (site, gateway) => {
    const person = await activateVendorPhone(site.oneSpan, { isReachable: way === 'message' });
    const asked = new Asked(site, required(gateway.phoneChallenges), way, person);
    site.oneSpan.calls.clear();
    return {
      attempt: () => (isTyped ? asked.type() : asked.signIn()),
      failing: ended('unreachable', way).words,
      kept: () => asked.kept(login),
      phone: () => asked.words,
    };
  };
}

const options = { authenticationTimeoutSeconds: TIME_LIMIT_MS / SECOND };

/** What a person’s phone answers. */
export const PHONE_TASKS: readonly AdapterTask[] = [
  {
    name: 'Sign in by push',
    calls: { 'onespan-server': ['authUser'], 'onespan-cloud': ['users/{user}/login', 'sessions/{requestID}'] },
    options,
    settings: { phones: { ...BY_PUSH, timeLimitMs: TIME_LIMIT_MS } },
    cloudSettings: { push: { timeLimitMs: TIME_LIMIT_MS, maximumCalls: 50 } },
    begin: (site, gateway) =>
      begin({ way: 'message', login: gateway.people ? 'authUser' : 'users/{user}/login' })(site, gateway),
  },
  {
    name: 'Sign in by an image',
    calls: { 'onespan-server': ['getSecureChallenge', 'authUser'] },
    options,
    settings: { phones: { ...BY_SCAN, timeLimitMs: TIME_LIMIT_MS } },
    begin: begin({ way: 'image', login: 'authUser' }),
  },
  {
    name: 'Sign in by a typed code',
    calls: { 'onespan-cloud': ['users/{user}/generate-secure-challenge', 'users/{user}/login'] },
    cloudSettings: { typedResponse: { input: {} } },
    begin: begin({ way: 'image', login: 'users/{user}/login', isTyped: true }),
  },
];
