import { systemRandom } from '../../shared/random';
import { generateSessionId } from '../../accounts/sessions/session';
import type { Principal } from '../../accounts/users/principal';
import type { Holder } from '../../helpdesk/invitations/find-open-invitation';
import type { User } from '../../accounts/users/user';
import { finishPhoneSignIn } from '../../accounts/phone-sign-in/finish-phone-sign-in';
import { startPhoneSignIn } from '../../accounts/phone-sign-in/start-phone-sign-in';
import { signIn } from '../../accounts/sign-in/sign-in';
import type { Activation } from '../../activation/activation';
import { watchActivations } from '../../activation/following/watch-activations';
import { revealPayload } from '../../activation/image/reveal-payload';
import { startActivation } from '../../activation/start/start-activation';
import type { Services } from '../composition/compose';
import { testLogin } from '../../devices/test-login';
import { watchReplacements } from '../../devices/replacement/watch-replacements';
import { watchApprovals } from '../../helpdesk/approvals/offered-kind';
import { watchHelpdesk } from '../../helpdesk/desk/watch-helpdesk';
import type { MailDelivery } from '../../messaging/delivery';
import { sendDueMessages } from '../../messaging/send-due-messages';
import type { LoginDevice } from '../../phone/login/login-steps';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { shortenAddress } from '../../shared/network-address';
import type { RequestOrigin } from '../../shared/request-origin';
import { MINUTE, SECOND } from '../../shared/time/duration';
import { visiting } from './demo-people';
import { DemoPhone } from './demo-phone';
import { must } from './must';

/** The site in the past: what people do with it, by a clock that the story moves. */
export class DemoSite {
  readonly services: Services;
  readonly #present: number;
  #moment: number;
  /** The link of the latest invitation by email to each user ID, which the story follows. Nothing is sent. */
  readonly #invitationLinks = new Map<string, string>();

  /** @param startsAgoMs before the present */
  constructor(present: Services, startsAgoMs: number) {
    this.#present = present.accounts.clock.now().getTime();
    this.#moment = this.#present - startsAgoMs;
    this.services = present.by({ now: () => new Date(this.#moment) });
  }

  /** Moves on to a time before the present, and does what has fallen due. @throws RangeError for a time that is over */
  async moveTo(agoMs: number): Promise<void> {
    const moment = this.#present - agoMs;
    if (moment < this.#moment) throw new RangeError('the story goes forward');
    this.#moment = moment;
    await this.settle();
  }

  pass(milliseconds: number): void {
    this.#moment += milliseconds;
  }

  /** One round of each background job. */
  async settle(): Promise<void> {
    const { activation, approvals, devices, helpdesk, messaging } = this.services;
    const { signal } = new AbortController();
    await watchActivations(activation, onFault, signal);
    await watchHelpdesk(helpdesk, onFault, signal);
    await watchApprovals(approvals, onFault, signal);
    await watchReplacements(devices, onFault, signal);
    const deliver = async ({ content }: MailDelivery) => {
      if ('invitationLink' in content) this.#invitationLinks.set(content.userId, content.invitationLink);
    };
    const carriers = { ...messaging.carriers, mail: { deliver }, webhook: { deliver: async () => {} } };
    for (const channel of ['notice', 'mail', 'webhook'] as const)
      await sendDueMessages({ ...messaging, carriers }, channel, () => {}, signal);
  }

  /** A user by their ID. @throws TypeError for nobody */
  async user(userId: string): Promise<User> {
    const user = await this.services.accounts.users.find(userId, this.services.accounts.settings.domain);
    if (!user) throw new TypeError(`the demo has no ${userId}`);
    return user;
  }

  async signIn(userId: string, password: string): Promise<void> {
    await signIn(this.services.accounts, { userId, password }, this.from(await this.user(userId)));
  }

  /** Starts an activation and shows its image, and leaves it at that. */
  async show(user: User, deviceName: string, invitationId: InvitationId | null = null): Promise<[Activation, string]> {
    const { activation } = this.services;
    const origin = this.from(user);
    const { browser, address } = visiting(user);
    const requestedFrom = { browser, network: shortenAddress(address) };
    const grant = invitationId && ({ by: 'invitation', session: null, invitationId } as const);
    const input = { deviceName, startKey: null, requestedFrom, ...(grant && { grant }) };
    const started = must(await startActivation(activation, user, input, origin));
    const revealedImage = must(await revealPayload(activation, principal(user), started.id, 'svg', origin));
    return [started, revealedImage.payload];
  }

  /** @param tookMs from the image to the PIN */
  async activate(
    user: User,
    deviceName: string,
    tookMs: number,
    invitationId: InvitationId | null = null,
  ): Promise<LoginDevice> {
    const [, payload] = await this.show(user, deviceName, invitationId);
    // Most of it goes by until the camera has seen the image, and until the PIN is chosen.
    this.pass(tookMs / 2);
    let pauses = 0;
    const device = await this.#phone(deviceName).activate(payload, () =>
      this.pass(++pauses === 3 ? tookMs / 2 : SECOND),
    );
    await this.settle();
    return device;
  }

  async guessWrong(user: User, deviceName: string): Promise<void> {
    const [, payload] = await this.show(user, deviceName);
    this.pass(MINUTE);
    await this.#phone(deviceName).guess(payload);
    await this.settle();
  }

  /** @param digits null for the right one */
  async tryOut(user: User, device: LoginDevice, digits: string | null = null): Promise<void> {
    const { devices } = this.services;
    const input = digits ?? (await this.oneTimePassword(device));
    await testLogin(devices, user, device.instanceId, input, this.from(user), () => {});
  }

  oneTimePassword(device: LoginDevice): Promise<string> {
    return this.#phone('').oneTimePassword(device, this.services.accounts.clock.now());
  }

  async signInWithPhone(user: User, device: LoginDevice, isTheirs = true): Promise<void> {
    const { phoneSignIn } = this.services;
    if (!phoneSignIn) throw new TypeError('the demo needs the embedded gateway');
    const origin = this.from(user);
    const asking = { previous: null, browser: visiting(user).browser, knownBrowser: null };
    const { code, number, secret } = must(await startPhoneSignIn(phoneSignIn, asking, origin));
    this.pass(12 * SECOND);
    await this.#phone('').signIn(code, device, isTheirs ? { number } : 'not-me');
    if (isTheirs) must(await finishPhoneSignIn(phoneSignIn, secret, origin));
  }

  /** The secret of the link of a user's latest invitation. */
  linkToken({ userId }: User): string {
    return this.#invitationLinks.get(userId)?.split('#')[1] ?? '';
  }

  from(user: User): RequestOrigin {
    return { correlationId: crypto.randomUUID(), address: visiting(user).address };
  }

  #phone(description: string): DemoPhone {
    return new DemoPhone(this.services, description);
  }
}

export function principal(user: User): Holder & Principal {
  return { user, scope: { kind: 'full' }, session: { id: generateSessionId(systemRandom) } };
}

function onFault(cause: unknown): never {
  throw new TypeError('the demo met a fault', { cause });
}
