import { oneTimePasswordAt } from '../../phone/accounts/one-time-password-at';
import { beginActivation } from '../../phone/activation/begin-activation';
import type { Owner } from '../../phone/activation/confirm-activation';
import { linkPhone, makeLastConnection } from '../../phone/activation/drive-activation';
import { prepareActivation, type Prepared } from '../../phone/activation/prepare-activation';
import type { Channel } from '../../phone/call-service';
import { freezeEverything } from '../../phone/device-details';
import { fetchJson } from '../../phone/fetch-json';
import { fetchGatewayAddress, type GatewayAddress } from '../../phone/gateway-address';
import { GatewayFailure } from '../../phone/gateway-failure';
import type { ProtectedKey } from '../../phone/keys/protected-key';
import { scanLogin } from '../../phone/login/scan-login';
import { tellPushSubscription } from '../../phone/push-subscription';
import { registerNotifications } from '../../phone/register-notifications';
import { untilAnswered, untilNotBusy } from '../../phone/until-answered';
import { beginsActivation, beginsLogin, beginsOfflineMessage } from '../../phone/scanning/code-prefixes';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import type { CodeSource, Issuer } from '../../phone/site/judge-image';
import { pinSite, type PhoneSite } from '../../phone/site/pin-site';
import type { SiteKeyPins } from '../../phone/site/site-key-pins';
import { verifyIssuer } from '../../phone/site/verify-issuer';
import { systemRandom } from '../../shared/random';
import { SECOND } from '../../shared/time/duration';
import { isCallNamed, type LoggedCall } from '../faults/call';
import type { Expectation } from '../faults/expectation';
import type { Fault } from '../faults/fault';
import type { PhoneCall } from '../faults/phone-calls';
import { readShown, type Screen, type Shown } from './camera';
import { loginDevice, type Device } from './device';
import { OfflineActivation } from './offline-activation';
import { waitForPush } from './phone-inbox';
import { PhoneLine, type Gate } from './phone-line';
import { PhoneLogin } from './phone-login';
import type { PhoneNetwork } from './phone-network';
import type { PushService } from '../push/push-service';
import type { PushSubscription } from '../push/push-subscription';
import { acceptedBy, NotYet, PhoneRefused } from './phone-refused';
import { PinPad } from './pin-pad';

export type PhoneOptions = {
  /** Of every device that the phone activates: four digits or more, not easy to guess. */
  pin?: string;
  /** The phone's name for itself. */
  name?: string;
  /** Whether the phone lets the gateway send it requests, as soon as a device is active. */
  hasNotifications?: boolean;
  /** How long the phone waits for an answer before it tries again, in milliseconds; a real one waits 15 s. */
  patienceMs?: number;
  /** The phone's clock. */
  now?: () => Date;
  /** Where to fetch the gateway's address, if not at the site. */
  addressFrom?: string;
  /** Shared with other phones; of its own unless given. */
  network?: PhoneNetwork;
};

type Settings = Required<Omit<PhoneOptions, 'addressFrom' | 'network'>>;

/** A phone's way to its gateway. */
type Connected = { siteUrl: string; line: PhoneLine; gateway: GatewayAddress; settings: Settings };

/** An activation after three of its four connections. */
export type LinkedPhone = {
  instanceId: string;
  /** Makes the last connection. May be called again where it had no answer. */
  choosePin: (pin?: string) => Promise<Device>;
};

/**
 * The phone app without a screen: the code of the browser and the terminal, with everything in memory and a line to the
 * gateway that can fail. Calls of the phone throw `PhoneRefused` for a refusal, and `GatewayFailure` if no retry was
 * answered.
 */
export class TestPhone {
  readonly #siteUrl: string;
  readonly #line: PhoneLine;
  readonly #gateway: GatewayAddress;
  readonly #options: Settings;
  readonly #pins = memoryPins();
  readonly #notificationId = `web:${crypto.randomUUID()}`;
  readonly #devices: Device[] = [];
  readonly #pinPads = new Map<string, PinPad>();
  #login: PhoneLogin | null = null;

  protected constructor({ siteUrl, line, gateway, settings }: Connected) {
    this.#siteUrl = siteUrl;
    this.#line = line;
    this.#gateway = gateway;
    this.#options = settings;
  }

  /** A new phone for a site; `close` it in the end. @throws GatewayFailure when the site has no gateway for this phone */
  static async at(siteUrl: string, options: PhoneOptions = {}): Promise<TestPhone> {
    return new TestPhone(await TestPhone.connect(siteUrl, options));
  }

  /** For a class that extends this one. */
  protected static async connect(
    siteUrl: string,
    { addressFrom, network, ...options }: PhoneOptions,
  ): Promise<Connected> {
    const address = await fetchGatewayAddress(addressFrom ?? siteUrl);
    const line = await PhoneLine.open(address.gatewayUrl, address.gatewayUrl, network);
    const gateway = { ...address, gatewayUrl: line.url };
    const defaults = { pin: '135790', name: 'Test phone', hasNotifications: true, patienceMs: 2 * SECOND };
    return { siteUrl, line, gateway, settings: { ...defaults, now: () => new Date(), ...options } };
  }

  /** The phone's devices, the oldest first. */
  get devices(): readonly Device[] {
    return this.#devices;
  }

  /** The newest. @throws NotYet before the first activation */
  get device(): Device {
    const device = this.#devices.at(-1);
    if (!device) throw new NotYet('out-of-order', 'the phone has no device yet: activate one first');
    return device;
  }

  /** The phone's calls to the gateway, in their order. @param name without it all of them */
  calls(name: PhoneCall | '*' = '*'): LoggedCall[] {
    return this.#line.calls.list().filter((call) => call.url === this.#line.url && isCallNamed(call.name, name));
  }

  /**
   * That the phone made a call as expected: `verify('MdlAddDevice', { body: { description: /phone/ } })`.
   * @returns the calls that were
   * @throws Error with what came nearest, when they are fewer or more
   */
  verify(name: PhoneCall | '*', expected: Omit<Expectation, 'url'> = {}): LoggedCall[] {
    return this.#line.calls.verify(name, { ...expected, url: this.#line.url });
  }

  /** Reads an activation image, verifies who issued it, makes the four connections, and chooses a PIN before the last. */
  async activate(picture: Shown): Promise<Device> {
    const linked = await this.link(picture);
    return linked.choosePin();
  }

  /** Activates up to the PIN. */
  async link(picture: Shown): Promise<LinkedPhone> {
    const { code, source } = await this.#read(picture, beginsActivation);
    const scanned = acceptedBy(beginActivation(code.text, this.#gateway, systemRandom));
    const issuer = await this.#verify(code, source, scanned.payload.userId);
    const ports = { random: systemRandom, description: this.#options.name, channel: this.#channel };
    const linked = acceptedBy(await linkPhone(scanned, ports));
    const { instanceId, instanceKey } = linked;
    let pending: Prepared | null = null;
    const choosePin = async (pin = this.#options.pin): Promise<Device> => {
      const isRepeated = pending !== null;
      pending ??= acceptedBy(await prepareActivation(linked, pin, this.#options.now()));
      const storage = {
        store: async ({ instance }: Prepared, owner: Owner) =>
          this.#add({ ...owner, instanceId, instanceKey, issuer }, instance.protectedKey),
        discard: async () => {},
      };
      const device = acceptedBy(await makeLastConnection(pending, isRepeated, storage, this.#channel));
      await pinSite(this.#site);
      await this.#offerNotifications(device);
      return device;
    };
    return { instanceId, choosePin };
  }

  /** Reads the first image of an activation without a network. `finishOffline` reads the second. */
  async beginOffline(picture: Shown): Promise<OfflineActivation> {
    const { code, source } = await this.#read(picture, beginsOfflineMessage);
    return OfflineActivation.begin(code, (userId) => this.#verify(code, source, userId), this.#options.now());
  }

  /** @returns the signature, for the page */
  async finishOffline(offlineActivation: OfflineActivation, picture: Shown): Promise<string> {
    const { code } = await this.#read(picture, (text) => text.startsWith('F2'));
    const { pin, name: description, now } = this.#options;
    const { device, protectedKey, signature } = await offlineActivation.finish(code, { pin, description }, now());
    this.#add(device, protectedKey);
    return signature;
  }

  /** Lets the gateway send requests to this phone: where that failed at the end of an activation, or was not wanted then. */
  async turnNotificationsOn(device = this.device): Promise<void> {
    this.#requireKey(device);
    await this.#registerNotifications(device);
  }

  /**
   * Lets the site reach this phone while its app is closed, as the app does where notifications are on. What the phone gets is
   * in the subscription's `received`.
   * @param service that `TESSERA_PUSH_HOSTS` of the site names
   * @throws PhoneRefused when the site refuses it
   */
  async subscribeToPush(service: PushService, device = this.device): Promise<PushSubscription> {
    this.#requireKey(device);
    const { pushKey } = this.#gateway;
    if (pushKey === undefined) throw new RangeError('this site sends no push messages');
    const subscription = await service.subscribe(pushKey);
    await this.#tellPush(device, { endpoint: subscription.endpoint, ...subscription.keys });
    return subscription;
  }

  /** Ends that. @throws PhoneRefused when the site refuses it */
  async unsubscribeFromPush(device = this.device): Promise<void> {
    this.#requireKey(device);
    await this.#tellPush(device, null);
  }

  /**
   * Enters a PIN, as the app asks for one before it does anything with a device. No other call of a test needs it. After
   * five wrong ones the phone erases the device, as the app does.
   * @throws PhoneRefused for a wrong PIN, or a device that is erased
   * @throws NotYet in the pause after a wrong one: 2, 5, 10 and 20 s by the phone's clock
   */
  async enterPin(pin: string, device = this.device): Promise<void> {
    this.#requireKey(device);
    await this.#pinPads.get(device.instanceId)?.enter(pin, this.#options.now());
  }

  /** Freezes everything of the device's person, as in the app's settings. @throws PhoneRefused when the site refuses it */
  async freeze(device = this.device): Promise<void> {
    this.#requireKey(device);
    acceptedBy(await freezeEverything(this.#gateway, device, systemRandom, this.#channel));
  }

  /** The one-time password of this moment. @throws PhoneRefused for a device that is erased */
  async otp(device = this.device): Promise<string> {
    this.#requireKey(device);
    return (await oneTimePasswordAt(device.instanceKey, this.#options.now())).oneTimePassword;
  }

  /** Reads a sign-in image, and who asks. `approve` or `decline` answers it. */
  async scan(picture: Shown, device = this.device): Promise<PhoneLogin> {
    const { code } = await this.#read(picture, beginsLogin);
    this.#requireKey(device);
    const login = acceptedBy(scanLogin(code.text, this.#gateway));
    return (this.#login = await PhoneLogin.read(login, device, this.#channel));
  }

  /** Opens the request that is sent to this phone, once there is one: a sign-in, or the helpdesk's caller check. */
  async receive(device = this.device): Promise<PhoneLogin> {
    this.#requireKey(device);
    const pushed = await waitForPush(this.#gateway, this.#notificationId, device);
    return (this.#login = await PhoneLogin.read(pushed, device, this.#channel));
  }

  /** Confirms the request that was read last, or else the one that is sent. @param answer.number that the page shows */
  async approve(answer: { number: string }): Promise<void> {
    await this.#answerLogin((login) => login.approve(answer));
  }

  /** Answers it otherwise. `not-me`: the person did not ask, which the site records and shows. */
  async decline(reason: 'cancelled' | 'not-me' = 'cancelled'): Promise<void> {
    await this.#answerLogin((login) => login.decline(reason));
  }

  /** Spoils the phone's next call of this name. */
  once(call: PhoneCall, fault: Fault): void {
    this.#line.faults.once(call, fault, this.#line.url);
  }

  /** Spoils all calls of this name, until `heal`. */
  always(call: PhoneCall, fault: Fault): void {
    this.#line.faults.set(call, fault, { url: this.#line.url });
  }

  /** Puts everything right again, for all phones of its network. */
  async heal(): Promise<void> {
    await this.#line.faults.clear();
  }

  /** Holds calls of this name back until the gate is released. */
  hold(call: PhoneCall): Gate {
    return this.#line.hold(call);
  }

  close(): void {
    this.#line.close();
  }

  /** Waits until there is something to see on a screen, where somebody can tell; looking in vain takes a second or two. */
  protected async waitForImage(_screen: Screen): Promise<void> {}

  protected photograph(screen: Screen): Promise<Uint8Array> {
    return screen.screenshot();
  }

  async #read(picture: Shown, isWanted: (text: string) => boolean): ReturnType<typeof readShown> {
    if (typeof picture !== 'string' && !(picture instanceof Uint8Array)) await this.waitForImage(picture);
    return readShown(picture, isWanted, (screen) => this.photograph(screen));
  }

  #add(device: Device, protectedKey: ProtectedKey): Device {
    this.#devices.push(device);
    this.#pinPads.set(device.instanceId, new PinPad(device.instanceId, protectedKey));
    return device;
  }

  /** @throws PhoneRefused when it was erased */
  #requireKey({ instanceId }: Device): void {
    if (this.#pinPads.get(instanceId)?.triesLeft === 0) throw new PhoneRefused('no-instance');
  }

  /** A request is open until its answer is through or it has ended: an answer that was lost is given again. */
  async #answerLogin(give: (login: PhoneLogin) => Promise<void>): Promise<void> {
    const login = this.#login ?? (await this.receive());
    const end = () => {
      if (this.#login === login) this.#login = null;
    };
    try {
      await give(login);
      end();
    } catch (error) {
      if (error instanceof PhoneRefused) end();
      throw error;
    }
  }

  async #tellPush(device: Device, keys: Parameters<typeof tellPushSubscription>[2]): Promise<void> {
    acceptedBy(await tellPushSubscription(this.#gateway, device, keys, systemRandom, this.#channel));
  }

  async #registerNotifications(device: Device, repeat = untilNotBusy): Promise<void> {
    const [owner, address, channel] = [loginDevice(device), this.#notificationId, this.#channel];
    const how = { channel, repeat };
    acceptedBy(await registerNotifications(this.#gateway, owner, device.instanceKey, address, systemRandom, how));
  }

  async #verify(code: ScannedCode, source: CodeSource, userId: string): Promise<Issuer> {
    return acceptedBy(await verifyIssuer(this.#site, code, { source, userId }, { onReport: () => {} }));
  }

  /** After an activation: a gateway may have none, and a device works without them. */
  async #offerNotifications(device: Device): Promise<void> {
    if (!this.#options.hasNotifications) return;
    this.#requireKey(device);
    await this.#registerNotifications(device, untilAnswered).catch((error: unknown) => {
      if (!(error instanceof PhoneRefused || error instanceof GatewayFailure)) throw error;
    });
  }

  get #site(): PhoneSite {
    return { origin: new URL(this.#siteUrl).origin, pins: this.#pins };
  }

  get #channel(): Channel {
    const { patienceMs } = this.#options;
    return { send: (url, request, signal) => fetchJson(url, request, signal, patienceMs) };
  }
}

function memoryPins(): SiteKeyPins {
  const keysByDevice = new Map<string, readonly string[]>();
  return {
    find: async (origin) => keysByDevice.get(origin) ?? [],
    keep: async (origin, publicKeys) => void keysByDevice.set(origin, publicKeys),
  };
}
