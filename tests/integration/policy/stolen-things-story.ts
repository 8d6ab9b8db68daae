import type { RegistrationOptions } from '@/lib/accounts/passkeys/passkey-options';
import type { ProofKind, Proofs } from '@/lib/accounts/proofs/proof';
import { PROOF_RULES } from '@/lib/accounts/policy/proof-rules';
import { missingProof, type ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import { openSession } from '@/lib/accounts/sessions/open-session';
import type { SessionId } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { haveChangedLately } from '@/lib/accounts/users/known-addresses';
import { PERMISSIONS } from '@/lib/accounts/users/permission';
import type { Requester } from '@/lib/accounts/users/requester';
import type { User } from '@/lib/accounts/users/user';
import { addressesVersion } from '@/lib/administration/change-details';
import { approveInvitation } from '@/lib/helpdesk/approvals/decide-invitation';
import { enterByInvitation } from '@/lib/helpdesk/invitations/enter-by-invitation';
import type { CurrentInvitation } from '@/lib/helpdesk/invitations/invitation';
import { requestInvitation } from '@/lib/helpdesk/invitations/request-invitation';
import { oneTimePasswordAt } from '@/lib/phone/accounts/one-time-password-at';
import type { Bytes } from '@/lib/shared/bytes';
import type { BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { DAY, MINUTE } from '@/lib/shared/time/duration';
import type { SignedPayload } from '@/lib/web/answers/reveal-own-image';
import { FakeMailbox } from '../../support/doubles/fake-mailbox';
import { FakePhone } from '../../support/doubles/fake-phone';
import { signedInAs } from '../../support/doubles/principal';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';
import { typedReissue } from '../helpdesk/typed-reissue';
import { Browser, type SiteInProcess } from './site-in-process';

export const PASSWORD = 'correct horse battery';
const RESET_PASSWORD = 'harbour lamp tortoise violin';

/** What a thief may have got hold of: any two of them. */
export const THINGS = [
  'password',
  'cookie',
  'mailbox',
  'locked phone',
  'phone on probation',
  'invitation link',
] as const;

export type Thing = (typeof THINGS)[number];

type Holder = 'owner' | 'thief';
type Phone = { instanceId: string; instanceKey: Bytes; holder: Holder };

/** What happened though no row of the policy gives it to whoever did it. */
export type Violation = { by: 'thief' | 'agent' | 'key'; what: string };

type Revealing = { revealOwnImage: (id: string, format: 'svg') => Promise<SignedPayload | Response> };

type Registering = {
  beginPasskeyAction: (previous: unknown, form: FormData) => Promise<{ status: string; options?: RegistrationOptions }>;
};

type Opening = { openInvitationAction: (typed: unknown) => Promise<{ ok: boolean; needsSession?: boolean }> };

const DEVICES = '@/app/(self-service)/authenticators/[instanceId]/actions';
const STARTS = '@/app/(self-service)/activations/new/actions';
const PASSKEYS = '@/app/(self-service)/profile/passkeys/actions';
const PROFILE = '@/app/(self-service)/profile/actions';
const INVITATIONS = '@/app/invitation/actions';
const FORGOTTEN = '@/app/sign-in/forgotten/actions';
const REVEAL = '@/lib/web/answers/reveal-own-image';
const PROOF_CODE = '@/app/api/proof-code/route';

/**
 * An owner and a thief, who act by the site's own server actions. What changes while the thief acts is compared with what
 * the policy gives to whoever has what the thief has, of which the story keeps its own account.
 */
export class StolenThingsStory {
  readonly violations: Violation[] = [];
  readonly #site: SiteInProcess;
  readonly #staff: { agent: User; approver: User };
  readonly #things: ReadonlySet<Thing>;
  readonly #owner = new Browser();
  readonly #thief = new Browser();
  /** Where the owner has opened their invitation. */
  #invited = this.#owner;
  readonly #mailbox: FakeMailbox;
  #jane: User;
  #phones: Phone[] = [];
  /** What was proved in each session by whoever could prove it; a stolen cookie is of one of the owner's. */
  readonly #proved = new Map<SessionId, Proofs>();
  /** Of the honest helpdesk, which the thief's browser opened. */
  #thiefsInvitation: string | null = null;
  #honestInvitations = new Set<string>();
  #addressesChangedAt: Date | null = null;

  constructor(site: SiteInProcess, jane: User, staff: { agent: User; approver: User }, things: readonly Thing[]) {
    this.#site = site;
    this.#jane = jane;
    this.#staff = staff;
    this.#things = new Set(things);
    this.#mailbox = new FakeMailbox(site.services.messages.outbox, site.clock);
  }

  // The owner.

  async ownerSignsIn(): Promise<void> {
    await this.#signIn(this.#owner);
    this.#prove(this.#owner, { password: this.#now });
  }

  async ownerBindsDevice(): Promise<void> {
    await this.#start(this.#owner, await this.#proofsOf('owner'));
    this.#noteOwnersProof();
    await this.#scan(this.#owner, 'owner');
  }

  async ownerLocks(): Promise<void> {
    const phone = this.#phones.find(({ holder }) => holder === 'owner');
    if (!phone) return;
    await this.#act(this.#owner, DEVICES, 'lockAction', { instanceId: phone.instanceId });
    if (this.#things.has('locked phone') && (await this.#stateOf(phone)) === 'locked') phone.holder = 'thief';
  }

  async ownerUnlocks(): Promise<void> {
    const locked = await this.#findDevice('locked');
    if (!locked) return;
    const typed = { password: PASSWORD, proofMailedCode: await this.#mailedCode(this.#owner) };
    await this.#act(this.#owner, DEVICES, 'unlockAction', { instanceId: locked.instanceId, ...typed });
    this.#prove(this.#owner, { password: this.#now, 'mailed-code': this.#now });
  }

  async ownerAddsPasskey(): Promise<void> {
    await this.#addPasskey(this.#owner, await this.#proofsOf('owner'));
    this.#noteOwnersProof();
  }

  async ownerChangesAddresses(): Promise<void> {
    await this.#changeAddresses(this.#owner, await this.#proofsOf('owner'), 'jane@elsewhere.example');
    this.#noteOwnersProof();
  }

  /** @param isSignedIn in their session, or in a browser that nobody is signed in with */
  async ownerOpensInvitation(isSignedIn: boolean): Promise<void> {
    const token = await this.#linkInMail();
    const browser = isSignedIn ? this.#owner : new Browser();
    if (token === null) return;
    await this.#open(browser, token, PASSWORD);
    await this.#start(browser, { password: PASSWORD });
    this.#invited = browser;
  }

  async ownerScans(): Promise<void> {
    await this.#scan(this.#invited, 'owner');
  }

  /** A new phone falls into the hands of the thief while it is on probation. */
  async newPhoneIsStolen(): Promise<void> {
    const devices = await this.#devices();
    const phone = this.#phones.findLast(({ instanceId, holder }) => {
      const device = devices.find((one) => one.instanceId === instanceId);
      return holder === 'owner' && device?.trustedFrom !== undefined;
    });
    if (phone && this.#things.has('phone on probation')) phone.holder = 'thief';
  }

  // The helpdesk.

  /** The agent has nothing to compare the caller with, so that a second person agrees. */
  async helpdeskReissues(): Promise<void> {
    const { helpdesk } = this.#site.services;
    const asked = await this.#reissue(null);
    if (!asked.ok || asked.value.state !== 'awaiting-approval') return;
    await approveInvitation(helpdesk, signedInAs(this.#staff.approver), asked.value.id, this.#site.origin);
    this.#honestInvitations.add(asked.value.id);
  }

  /** Alone, with checks that nobody can compare. @param numberCalled made up */
  async badAgentReissues(numberCalled: string | null): Promise<void> {
    const asked = await this.#reissue(numberCalled);
    if (asked.ok && asked.value.state === 'live')
      this.violations.push({ by: 'agent', what: 'sent an invitation alone' });
  }

  /** By a stolen key of a system that has every scope. */
  async stolenKeyReissues(): Promise<void> {
    const scopes: ReadonlySet<string> = new Set(PERMISSIONS);
    const system = { id: 'sva-1', name: 'A system', domain: this.#jane.domain, scopes, keyShownTo: 'administrator' };
    const asked = await this.#reissue('+4930123499', system);
    if (asked.ok && asked.value.state === 'live') this.violations.push({ by: 'key', what: 'sent an invitation alone' });
  }

  #reissue(numberCalled: string | null, by: Requester = signedInAs(this.#staff.agent)) {
    const { helpdesk } = this.#site.services;
    const typed = typedReissue({ checks: { ...typedReissue().checks, numberCalled } });
    return requestInvitation(helpdesk, by, this.#jane, typed, this.#site.origin);
  }

  // The thief.

  async thiefComesIn(): Promise<void> {
    const stolen = this.#phones.find(({ holder }) => holder === 'thief');
    if (this.#things.has('cookie')) this.#thief.session = this.#owner.session;
    else if (this.#things.has('password')) {
      await this.#signIn(this.#thief);
      this.#prove(this.#thief, { password: this.#now });
    } else if (stolen && (await this.#stateOf(stolen)) === 'active') await this.#signInWith(stolen);
  }

  thiefBinds(): Promise<void> {
    return this.#asThief(async () => {
      await this.#start(this.#thief, await this.#proofsOf('thief'));
      await this.#scan(this.#thief, 'thief');
    });
  }

  /** What is under way, whoever began it. */
  thiefScans(): Promise<void> {
    return this.#asThief(() => this.#scan(this.#thief, 'thief'));
  }

  thiefAddsPasskey(): Promise<void> {
    return this.#asThief(async () => this.#addPasskey(this.#thief, await this.#proofsOf('thief')));
  }

  thiefUnlocks(): Promise<void> {
    return this.#asThief(async () => {
      const locked = await this.#findDevice('locked');
      const typed = { ...(await this.#proofsOf('thief')), proofMailedCode: await this.#mailedCode(this.#thief) };
      if (locked) await this.#act(this.#thief, DEVICES, 'unlockAction', { instanceId: locked.instanceId, ...typed });
    });
  }

  thiefRemoves(): Promise<void> {
    return this.#asThief(async () => {
      const [device] = await this.#devices();
      const typed = await this.#proofsOf('thief');
      if (device) await this.#act(this.#thief, DEVICES, 'removeAction', { instanceId: device.instanceId, ...typed });
    });
  }

  thiefChangesAddresses(): Promise<void> {
    return this.#asThief(async () =>
      this.#changeAddresses(this.#thief, await this.#proofsOf('thief'), 'thief@mail.example.net'),
    );
  }

  thiefOpensInvitation(): Promise<void> {
    return this.#asThief(async () => {
      const canRead = this.#things.has('mailbox') || this.#things.has('invitation link');
      const token = canRead ? await this.#linkInMail() : null;
      const current = await this.#currentInvitation();
      if (token === null || !current) return;
      await this.#open(this.#thief, token, this.#things.has('password') ? PASSWORD : '');
      const opened = await this.#currentInvitation();
      if (current.state === 'live' && opened?.state === 'opened' && this.#honestInvitations.has(opened.id))
        this.#thiefsInvitation = opened.id;
    });
  }

  thiefResetsPassword(): Promise<void> {
    return this.#asThief(async () => {
      const { userId } = this.#jane;
      if (!this.#things.has('mailbox')) return;
      await this.#act(this.#thief, FORGOTTEN, 'askForCodeAction', { userId });
      const code = await this.#codeInMail('password-code');
      const passwords = { newPassword: RESET_PASSWORD, newPasswordAgain: RESET_PASSWORD };
      const { proofOneTimePassword } = await this.#proofsOf('thief');
      const may = this.#mayReset();
      const typed = { userId, code, ...passwords, ...(proofOneTimePassword && { proofOneTimePassword }) };
      await this.#act(this.#thief, FORGOTTEN, 'resetPasswordAction', typed);
      const { users } = this.#site.services.access;
      const isReset = (await users.verifyPassword(userId, this.#jane.domain, RESET_PASSWORD)) !== null;
      if (isReset && !may) this.violations.push({ by: 'thief', what: 'set a new password' });
    });
  }

  // What both do.

  get #now(): Date {
    return this.#site.clock.now();
  }

  async #signIn(browser: Browser): Promise<void> {
    const typed = { userId: this.#jane.userId, password: PASSWORD };
    const signedIn = await signIn(this.#site.services.access, typed, this.#site.origin);
    if (signedIn.ok) browser.session = signedIn.value.session.id;
  }

  /** As `finishPhoneSignIn` opens a session for a phone that is on probation, or is not. */
  async #signInWith({ instanceId }: Phone): Promise<void> {
    const { access, proofs } = this.#site.services;
    const epoch = await access.sessions.epochOf(this.#jane);
    const proof = (await proofs.devices.mayVouch(this.#jane, instanceId)) ? 'device' : 'new-device';
    const fact = { type: 'phone-sign-in-succeeded', instanceId, isNewBrowser: true } as const;
    const given = { [proof]: this.#now };
    const opened = await openSession(access, this.#jane, fact, this.#site.origin, epoch, null, given);
    this.#thief.session = opened?.session.id ?? null;
    this.#prove(this.#thief, given);
  }

  async #act(browser: Browser, file: string, name: string, fields: Record<string, string>): Promise<string | null> {
    const actions = (await import(file)) as Record<string, (previous: unknown, form: FormData) => Promise<unknown>>;
    const form = new FormData();
    for (const [field, text] of Object.entries(fields)) form.set(field, text);
    const answer = await this.#site.by(browser, async () => actions[name]?.(null, form));
    return typeof answer === 'object' && answer !== null && 'redirectedTo' in answer
      ? (answer.redirectedTo as string)
      : null;
  }

  async #start(browser: Browser, typed: Record<string, string>): Promise<void> {
    await this.#act(browser, STARTS, 'startActivationAction', { deviceName: 'Phone', ...typed });
  }

  /** Scans the image of what is under way, if the site shows it to this browser. */
  async #scan(browser: Browser, holder: Holder): Promise<void> {
    const { activation, embeddedGateway } = this.#site.services;
    const pending = await activation.store.findPending(this.#jane);
    if (!pending || !embeddedGateway) return;
    const { revealOwnImage } = (await import(REVEAL)) as Revealing;
    const image = await this.#site.by(browser, () => revealOwnImage(pending.id, 'svg'));
    if (!isImage(image)) return;
    if (holder === 'thief' && !this.#isGiven('bind-device', { isAnyAge: true }))
      this.violations.push({ by: 'thief', what: 'saw an activation image' });
    const phone = new FakePhone(embeddedGateway, image.payload);
    for (let step = 0; step < 4; step++) if ((await phone.step()) !== 'done') return;
    const bound = await activation.store.find(pending.id);
    if (bound?.state === 'active')
      this.#phones.push({ instanceId: bound.instanceId, instanceKey: phone.instanceKey, holder });
  }

  async #addPasskey(browser: Browser, typed: Record<string, string>): Promise<void> {
    const { beginPasskeyAction } = (await import(PASSKEYS)) as Registering;
    const form = new FormData();
    for (const [field, text] of Object.entries(typed)) form.set(field, text);
    const begun = await this.#site.by(browser, () => beginPasskeyAction(null, form));
    if (!('status' in begun) || !begun.options) return;
    const authenticator = new SoftwareAuthenticator(this.#site.services.config.publicUrl);
    const answer = authenticator.register(begun.options);
    await this.#act(browser, PASSKEYS, 'finishPasskeyAction', { answer, name: 'Laptop' });
  }

  async #changeAddresses(browser: Browser, typed: Record<string, string>, mailAddresses: string): Promise<void> {
    const shown = addressesVersion(this.#jane);
    await this.#act(browser, PROFILE, 'changeAddressesAction', { mailAddresses, shown, ...typed });
    await this.#readJane();
  }

  async #open(browser: Browser, token: string, password: string): Promise<void> {
    const { openInvitationAction } = (await import(INVITATIONS)) as Opening;
    const opened = await this.#site.by(browser, () => openInvitationAction({ token, code: '', password }));
    if (!('ok' in opened) || !opened.needsSession) return;
    const secret = browser.cookies.get('tessera.invitation') as BrowserSecret | undefined;
    const { helpdesk, access } = this.#site.services;
    const entered = await enterByInvitation({ ...access, ...helpdesk }, secret ?? null, this.#site.origin);
    if (entered.ok) browser.session = entered.value.session.id;
  }

  /** What somebody types into a form that asks for proofs. */
  async #proofsOf(who: Holder): Promise<Record<string, string>> {
    const typed: Record<string, string> = {};
    if (who === 'owner' || this.#things.has('password')) typed['password'] = PASSWORD;
    const phone = this.#phones.findLast(({ holder }) => holder === who);
    if (phone) {
      typed['proofOneTimePassword'] = (await oneTimePasswordAt(phone.instanceKey, this.#now)).oneTimePassword;
      typed['proofCodeDevice'] = phone.instanceId;
    }
    return typed;
  }

  /** A code that the site mails to this session's person, for whoever reads the mail. */
  async #mailedCode(browser: Browser): Promise<string> {
    if (browser === this.#thief && !this.#things.has('mailbox')) return '';
    const { POST } = (await import(PROOF_CODE)) as { POST: () => Promise<Response> };
    await this.#site.by(browser, POST);
    return this.#codeInMail('confirmation-code');
  }

  async #codeInMail(kind: 'confirmation-code' | 'password-code'): Promise<string> {
    const mails = await this.#mailbox.about(this.#jane.userId);
    const content = mails.findLast((mail) => mail.content.kind === kind)?.content;
    return content && 'code' in content ? content.code : '';
  }

  async #linkInMail(): Promise<string | null> {
    const mails = await this.#mailbox.about(this.#jane.userId);
    const content = mails.findLast((mail) => mail.content.kind === 'invitation')?.content;
    return content?.kind === 'invitation' ? FakeMailbox.tokenOf(content.invitationLink) : null;
  }

  #currentInvitation(): Promise<CurrentInvitation | null> {
    return this.#site.services.helpdesk.invitations.findCurrent(this.#jane);
  }

  #devices() {
    return this.#site.services.authenticators.directory.list(this.#jane);
  }

  async #stateOf({ instanceId }: Phone) {
    return (await this.#devices()).find((device) => device.instanceId === instanceId)?.state;
  }

  async #findDevice(state: 'locked' | 'active') {
    return (await this.#devices()).find((device) => device.state === state) ?? null;
  }

  /** The owner's typed proofs of the last act, as far as they count. */
  #noteOwnersProof(): void {
    const hasPhone = this.#phones.some(({ holder }) => holder === 'owner');
    this.#prove(this.#owner, { password: this.#now, ...(hasPhone && { 'one-time-password': this.#now }) });
  }

  #prove({ session }: Browser, proofs: Proofs): void {
    if (session) this.#proved.set(session, { ...this.#proved.get(session), ...proofs });
  }

  async #readJane(): Promise<void> {
    const found = await this.#site.services.access.users.find(this.#jane.userId, this.#jane.domain);
    if (found && found.mailAddresses.join() !== this.#jane.mailAddresses.join()) this.#addressesChangedAt = this.#now;
    if (found) this.#jane = found;
  }

  // What the policy gives.

  /** Compares what has changed while the thief acted with what the policy gives them. */
  async #asThief(act: () => Promise<unknown>): Promise<void> {
    await this.#readAccount();
    const before = await this.#snapshot();
    const lockedSince = this.#lockedSince;
    const given = (action: ProtectedAction, provedSince: Date | null = null) => this.#isGiven(action, { provedSince });
    // Before the act: afterwards what it has bound would count.
    const may = {
      bind: given('bind-device') || this.#isGiven('bind-device', { isAnyAge: true }),
      passkey: given('add-passkey'),
      unlock: given('unlock-device', lockedSince),
      remove: given('remove-device'),
      addresses: given('change-address'),
    };
    await act();
    const after = await this.#snapshot();
    const isThiefs = this.#thiefsInvitation !== null;
    const seen: [boolean, boolean, string][] = [
      [
        after.devices.some(({ id }) => !before.devices.some((one) => one.id === id)),
        may.bind || isThiefs,
        'bound a device',
      ],
      [after.passkeys > before.passkeys, may.passkey, 'added a passkey'],
      [
        before.devices.some(
          ({ id, state }) => state === 'locked' && after.devices.some((one) => one.id === id && one.state === 'active'),
        ),
        may.unlock,
        'unlocked a device',
      ],
      [before.devices.some(({ id }) => !after.devices.some((one) => one.id === id)), may.remove, 'removed a device'],
      [after.addresses !== before.addresses, may.addresses, 'changed the addresses'],
    ];
    for (const [happened, isGiven, what] of seen) if (happened && !isGiven) this.violations.push({ by: 'thief', what });
  }

  #facts: { isEnrolled: boolean; trusted: ReadonlySet<string>; states: ReadonlyMap<string, string> } = {
    isEnrolled: false,
    trusted: new Set(),
    states: new Map(),
  };

  #lockedSince: Date | null = null;

  async #readAccount(): Promise<void> {
    const devices = await this.#devices();
    const { proofs, helpdesk } = this.#site.services;
    const passkeys = await proofs.passkeys.store.list(this.#jane);
    const locked = devices.find(({ state }) => state === 'locked');
    this.#lockedSince = locked ? await helpdesk.holds.heldAt(locked.instanceId, 'person') : null;
    this.#facts = {
      isEnrolled: devices.length > 0 || passkeys.length > 0,
      trusted: new Set(
        devices.flatMap(({ instanceId, trustedFrom }) => (trustedFrom === undefined ? [instanceId] : [])),
      ),
      states: new Map(devices.map(({ instanceId, state }) => [instanceId, state])),
    };
  }

  #isGiven(
    action: ProtectedAction,
    { isAnyAge = false, provedSince = null }: { isAnyAge?: boolean; provedSince?: Date | null },
  ): boolean {
    const { session } = this.#thief;
    if (session === null) return false;
    // By the rows of the proofs, so that a proof which the policy of actions lets count for too much is found.
    const counts = (kind: ProofKind) => PROOF_RULES[kind].countsFor.includes(action);
    const about = {
      level: 'standard',
      proofs: this.#proved.get(session) ?? {},
      given: new Set([...this.#producible()].filter(counts)),
      isEnrolled: this.#facts.isEnrolled,
      isExemptStaff: false,
      maximumAgeMs: isAnyAge ? Infinity : 5 * MINUTE,
      provedSince,
    } as const;
    return missingProof(action, about, this.#now) === null;
  }

  /** The proofs that a thief can give by what they have. */
  #producible(): ReadonlySet<ProofKind> {
    const kinds = new Set<ProofKind>();
    if (this.#things.has('password')) kinds.add('password');
    if (this.#things.has('mailbox') && !haveChangedLately(this.#addressesChangedAt, this.#now))
      kinds.add('mailed-code');
    if (this.#phones.some((phone) => phone.holder === 'thief' && this.#vouches(phone))) kinds.add('one-time-password');
    if (this.#thiefsInvitation !== null) kinds.add('invitation');
    return kinds;
  }

  #vouches({ instanceId }: Phone): boolean {
    return this.#facts.trusted.has(instanceId) && this.#facts.states.get(instanceId) === 'active';
  }

  /** A mailed code, and something that a mailbox does not give. */
  #mayReset(): boolean {
    const kinds = this.#producible();
    if (!this.#things.has('mailbox')) return false;
    return kinds.has('one-time-password') || kinds.has('invitation') || !this.#facts.isEnrolled;
  }

  async #snapshot() {
    const devices = (await this.#devices()).map(({ instanceId: id, state }) => ({ id, state }));
    const { proofs } = this.#site.services;
    const passkeys = (await proofs.passkeys.store.list(this.#jane)).length;
    await this.#readJane();
    return { devices, passkeys, addresses: this.#jane.mailAddresses.join() };
  }
}

function isImage(image: SignedPayload | Response | { redirectedTo: string }): image is SignedPayload {
  return 'payload' in image;
}

/** Long enough that what was bound vouches. */
export const PROBATION_MS = 2 * DAY;
