import type { RegistrationOptions } from '@/lib/accounts/passkeys/passkey-options';
import type { ProofKind, Proofs } from '@/lib/accounts/proofs/proof';
import { PROOF_RULES } from '@/lib/accounts/policy/proof-rules';
import { missingProofs, type ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import type { SessionId } from '@/lib/accounts/sessions/session';
import { haveChangedLately } from '@/lib/accounts/users/known-addresses';
import type { User } from '@/lib/accounts/users/user';
import { addressesVersion } from '@/lib/helpdesk/administration/change-details';
import { approveInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import type { CurrentInvitation } from '@/lib/helpdesk/invitations/invitation';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { oneTimePasswordAt } from '@/lib/phone/accounts/one-time-password-at';
import { DAY, MINUTE } from '@/lib/shared/time/duration';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';
import { signedInAs } from '../../../support/doubles/principal';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';
import { typedReissue } from '../../helpdesk/desk/typed-reissue';
import { Browser, type SiteInProcess, type Submitted } from './site-in-process';
import { PASSWORD, revealImage, scan, signInWithPhone, type Phone } from './site-people';
import { THIEFS_ADDRESS, type Call, type KeyViolation, type StolenKey, type Target } from './stolen-key';

const RESET_PASSWORD = 'harbour lamp tortoise violin';

/** What a thief may have got hold of: any two of them. */
export const THINGS = [
  'password',
  'cookie',
  'mailbox',
  'locked phone',
  'phone on probation',
  'invitation link',
  'service key',
] as const;

export type Thing = (typeof THINGS)[number];

type Holder = 'owner' | 'thief';
type HeldPhone = Phone & { holder: Holder };

/** What happened though no row of the policy gives it to whoever did it. */
export type Violation = { by: 'thief' | 'agent'; what: string } | KeyViolation;

type Opening = { openInvitationAction: (typed: unknown) => Promise<{ ok: boolean; needsSession?: boolean }> };

const DEVICES = 'app/(self-service)/authenticators/[instanceId]/actions.ts';
const HELPED = 'app/(helpdesk)/helpdesk/users/[userId]/actions.ts';
const STARTS = 'app/(self-service)/activations/new/actions.ts';
const PASSKEYS = 'app/(self-service)/profile/passkeys/actions.ts';
const PROFILE = 'app/(self-service)/profile/actions.ts';
const INVITATIONS = '@/app/invitation/actions';
const FORGOTTEN = 'app/sign-in/forgotten/actions.ts';
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
  readonly #key: StolenKey | null;
  #calls = 0;
  readonly #owner = new Browser();
  readonly #thief = new Browser();
  /** Where the owner has opened their invitation. */
  #invited = this.#owner;
  readonly #mailbox: FakeMailbox;
  #jane: User;
  #phones: HeldPhone[] = [];
  /** What was proved in each session by whoever could prove it; a stolen cookie is of one of the owner's. */
  readonly #proved = new Map<SessionId, Proofs>();
  /** The session in which the owner opened their invitation, which belongs to it: whoever has its cookie has both. */
  #ownersInvitation: { id: string; session: SessionId } | null = null;
  /** Of the honest helpdesk, which the thief's browser opened. */
  #thiefsInvitation: string | null = null;
  #honestInvitations = new Set<string>();
  #addressesChangedAt: Date | null = null;

  /**
   * @param staff of this story alone, if a key is stolen that may lock them out
   * @param key if a service key is among the things
   */
  constructor(
    site: SiteInProcess,
    jane: User,
    staff: { agent: User; approver: User },
    things: readonly Thing[],
    key: StolenKey | null = null,
  ) {
    this.#key = key;
    this.#site = site;
    this.#jane = jane;
    this.#staff = staff;
    this.#things = new Set(things);
    this.#mailbox = new FakeMailbox(site.services.messaging.outbox, site.clock);
  }

  // The owner.

  async ownerSignsIn(): Promise<void> {
    await this.#signIn(this.#owner);
    this.#prove(this.#owner, { password: this.#now });
  }

  async ownerBindsDevice(): Promise<void> {
    await this.#ownerIsIn();
    await this.#start(this.#owner, await this.#proofsOf('owner'));
    this.#noteOwnersProof();
    await this.#scan(this.#owner, 'owner');
  }

  async ownerLocks(): Promise<void> {
    await this.#ownerIsIn();
    const phone = this.#phones.find(({ holder }) => holder === 'owner');
    if (!phone) return;
    await this.#site.submit(this.#owner, DEVICES, 'lockAction', { instanceId: phone.instanceId });
    if (this.#things.has('locked phone') && (await this.#stateOf(phone)) === 'locked') phone.holder = 'thief';
  }

  async ownerUnlocks(): Promise<void> {
    await this.#ownerIsIn();
    const locked = await this.#findDevice('locked');
    if (!locked) return;
    const typed = { password: PASSWORD, proofMailedCode: await this.#mailedCode(this.#owner) };
    await this.#site.submit(this.#owner, DEVICES, 'unlockAction', { instanceId: locked.instanceId, ...typed });
    this.#prove(this.#owner, { password: this.#now, 'mailed-code': this.#now });
  }

  async ownerAddsPasskey(): Promise<void> {
    await this.#ownerIsIn();
    await this.#addPasskey(this.#owner, await this.#proofsOf('owner'));
    this.#noteOwnersProof();
  }

  async ownerChangesAddresses(): Promise<void> {
    await this.#ownerIsIn();
    await this.#changeAddresses(this.#owner, await this.#proofsOf('owner'), 'jane@elsewhere.example');
    this.#noteOwnersProof();
  }

  /** @param isSignedIn in their session, or in a browser that nobody is signed in with */
  async ownerOpensInvitation(isSignedIn: boolean): Promise<void> {
    const token = await this.#linkInMail();
    const browser = isSignedIn ? this.#owner : new Browser();
    if (token === null) return;
    await this.#open(browser, token, PASSWORD);
    const opened = await this.#currentInvitation();
    if (isSignedIn && browser.session && opened?.state === 'opened') {
      this.#ownersInvitation = { id: opened.id, session: browser.session };
      this.#prove(browser, { password: this.#now });
    }
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

  async #ownerIsIn(): Promise<void> {
    if ((await this.#site.visitorOf(this.#owner)) === null) await this.ownerSignsIn();
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

  /** Alone, what takes an approver. */
  async badAgentRemoves(): Promise<void> {
    const [device] = await this.#devices();
    if (!device) return;
    const agent = new Browser();
    await this.#site.signInWithPasskey(agent, this.#staff.agent);
    const asked = { userId: this.#jane.userId, instanceId: device.instanceId, reason: 'lost', ticket: 'T-1' };
    await this.#site.submit(agent, HELPED, 'requestRemovalAction', asked);
    if (!(await this.#devices()).some(({ instanceId }) => instanceId === device.instanceId))
      this.violations.push({ by: 'agent', what: 'removed a device alone' });
  }

  // Whoever has a service account's key.

  /** The next call that the key is for. */
  async keyIsUsed(): Promise<void> {
    const jane = { kind: 'person', user: this.#jane } as const;
    const calls = (await this.#key?.callsOn(jane)) ?? [];
    const next = calls[this.#calls % calls.length];
    this.#calls += 1;
    if (next) await this.#useKey(jane, [next]);
  }

  /** Every call that the key is for, on a member of staff. */
  async keyIsUsedOnStaff(): Promise<void> {
    const staff = { kind: 'staff', user: this.#staff.approver } as const;
    await this.#useKey(staff, (await this.#key?.callsOn(staff)) ?? []);
  }

  async keyIsUsedElsewhere(): Promise<void> {
    const jane = { kind: 'person', user: this.#jane } as const;
    await this.#useKey(jane, (await this.#key?.callsElsewhere(jane)) ?? []);
  }

  /** Whatever the key may do in a day is done; then every call again. */
  async keyIsUsedAllDay(): Promise<void> {
    const jane = { kind: 'person', user: this.#jane } as const;
    await this.#key?.spendDay();
    await this.#useKey(jane, (await this.#key?.callsOn(jane)) ?? []);
  }

  async #useKey(target: Target, calls: readonly Call[]): Promise<void> {
    for (const call of calls) this.violations.push(...((await this.#key?.make(call, target)) ?? []));
    await this.#readJane();
  }

  dayPasses(): void {
    this.#key?.dayPasses();
  }

  #reissue(numberCalled: string | null) {
    const { helpdesk } = this.#site.services;
    const typed = typedReissue({ checks: { ...typedReissue().checks, numberCalled } });
    return requestAsAgent(helpdesk, signedInAs(this.#staff.agent), this.#jane, typed, this.#site.origin);
  }

  // The thief.

  async thiefComesIn(): Promise<void> {
    if (this.#things.has('cookie')) this.#thief.session = this.#owner.session;
    else if (this.#things.has('password')) {
      await this.#signIn(this.#thief);
      this.#prove(this.#thief, { password: this.#now });
    }
  }

  async thiefSignsInWithPhone(): Promise<void> {
    const stolen = this.#phones.find(({ holder }) => holder === 'thief');
    if (!stolen) return;
    await this.#readAccount();
    const isLocked = this.#facts.states.get(stolen.instanceId) !== 'active';
    const proof = this.#vouches(stolen) ? 'device' : 'new-device';
    if (!(await signInWithPhone(this.#site, this.#thief, this.#jane, stolen))) return;
    if (isLocked) this.violations.push({ by: 'thief', what: 'signed in with a phone that does not work' });
    this.#prove(this.#thief, { [proof]: this.#now });
  }

  thiefBinds(): Promise<void> {
    return this.#asThief(async () => {
      await this.#start(this.#thief, await this.#typedByThief());
      await this.#scan(this.#thief, 'thief');
    });
  }

  /** What is under way, whoever began it. */
  thiefScans(): Promise<void> {
    return this.#asThief(() => this.#scan(this.#thief, 'thief'));
  }

  thiefAddsPasskey(): Promise<void> {
    return this.#asThief(async () => this.#addPasskey(this.#thief, await this.#typedByThief()));
  }

  thiefUnlocks(): Promise<void> {
    return this.#asThief(async () => {
      const locked = await this.#findDevice('locked');
      const typed = { ...(await this.#typedByThief()), proofMailedCode: await this.#mailedCode(this.#thief) };
      if (locked)
        await this.#site.submit(this.#thief, DEVICES, 'unlockAction', { instanceId: locked.instanceId, ...typed });
    });
  }

  thiefRemoves(): Promise<void> {
    return this.#asThief(async () => {
      const [device] = await this.#devices();
      const typed = await this.#typedByThief();
      if (device)
        await this.#site.submit(this.#thief, DEVICES, 'removeAction', { instanceId: device.instanceId, ...typed });
    });
  }

  thiefChangesAddresses(): Promise<void> {
    return this.#asThief(async () => this.#changeAddresses(this.#thief, await this.#typedByThief(), THIEFS_ADDRESS));
  }

  thiefOpensInvitation(): Promise<void> {
    return this.#asThief(async () => {
      const canRead = this.#readsMail || this.#things.has('invitation link');
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
      if (!this.#readsMail) return;
      await this.#site.submit(this.#thief, FORGOTTEN, 'askForCodeAction', { userId });
      const code = await this.#codeInMail('password-code');
      const passwords = { newPassword: RESET_PASSWORD, newPasswordAgain: RESET_PASSWORD };
      const { proofOneTimePassword } = await this.#proofsOf('thief');
      const may = this.#mayReset();
      const typed = { userId, code, ...passwords, ...(proofOneTimePassword && { proofOneTimePassword }) };
      await this.#site.submit(this.#thief, FORGOTTEN, 'resetPasswordAction', typed);
      const { users } = this.#site.services.accounts;
      const isReset = (await users.verifyPassword(userId, this.#jane.domain, RESET_PASSWORD)) !== null;
      if (isReset && !may) this.violations.push({ by: 'thief', what: 'set a new password' });
    });
  }

  // What both do.

  /** The owner's mail, or what is sent to an address that the thief has put in its place. */
  get #readsMail(): boolean {
    return this.#things.has('mailbox') || this.#jane.mailAddresses.join() === THIEFS_ADDRESS;
  }

  get #now(): Date {
    return this.#site.clock.now();
  }

  async #signIn(browser: Browser): Promise<void> {
    await this.#site.signIn(browser, 'credentials', { userId: this.#jane.userId, password: PASSWORD });
  }

  async #start(browser: Browser, typed: Record<string, string>): Promise<void> {
    await this.#site.submit(browser, STARTS, 'startActivationAction', { deviceName: 'Phone', ...typed });
  }

  /** Scans the image of what is under way, if the site shows it to this browser. */
  async #scan(browser: Browser, holder: Holder): Promise<void> {
    const image = await revealImage(this.#site, browser, this.#jane);
    if (!image) return;
    if (holder === 'thief' && !this.#isGiven('bind-device', { isAnyAge: true }))
      this.violations.push({ by: 'thief', what: 'saw an activation image' });
    const phone = await scan(this.#site, image);
    if (phone) this.#phones.push({ ...phone, holder });
  }

  async #addPasskey(browser: Browser, typed: Record<string, string>): Promise<void> {
    const begun: Submitted & { options?: RegistrationOptions } = await this.#site.submit(
      browser,
      PASSKEYS,
      'beginPasskeyAction',
      typed,
    );
    if (!begun.options) return;
    const authenticator = new SoftwareAuthenticator(this.#site.services.config.publicUrl);
    const answer = authenticator.register(begun.options);
    await this.#site.submit(browser, PASSKEYS, 'finishPasskeyAction', { answer, name: 'Laptop' });
  }

  async #changeAddresses(browser: Browser, typed: Record<string, string>, mailAddresses: string): Promise<void> {
    const shown = addressesVersion(this.#jane);
    await this.#site.submit(browser, PROFILE, 'changeAddressesAction', { mailAddresses, shown, ...typed });
    await this.#readJane();
  }

  async #open(browser: Browser, token: string, password: string): Promise<void> {
    const { openInvitationAction } = (await import(INVITATIONS)) as Opening;
    const opened = await this.#site.by(browser, () => openInvitationAction({ token, code: '', password }));
    if (!('ok' in opened) || !opened.needsSession) return;
    await this.#site.signIn(browser, 'invitation', {});
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

  /** Counts lately in their session, even if its phone is gone or its mailbox is another’s by then. */
  async #typedByThief(): Promise<Record<string, string>> {
    const typed = await this.#proofsOf('thief');
    const kinds = this.#producible();
    const hasCode = typed['proofOneTimePassword'] !== undefined && kinds.has('one-time-password');
    if (hasCode) this.#prove(this.#thief, { 'one-time-password': this.#now });
    return typed;
  }

  /** A code that the site mails to this session's person, for whoever reads the mail. */
  async #mailedCode(browser: Browser): Promise<string> {
    if (browser === this.#thief && !this.#readsMail) return '';
    const { POST } = (await import(PROOF_CODE)) as { POST: () => Promise<Response> };
    await this.#site.by(browser, POST);
    if (browser === this.#thief && this.#producible().has('mailed-code'))
      this.#prove(browser, { 'mailed-code': this.#now });
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
    return this.#site.services.devices.directory.list(this.#jane);
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
    const found = await this.#site.services.accounts.users.find(this.#jane.userId, this.#jane.domain);
    if (found && found.mailAddresses.join() !== this.#jane.mailAddresses.join()) this.#addressesChangedAt = this.#now;
    if (found) this.#jane = found;
  }

  // What the policy gives.

  /** Compares what has changed while the thief acted with what the policy gives them. */
  async #asThief(act: () => Promise<unknown>): Promise<void> {
    if ((await this.#site.visitorOf(this.#thief)) === null) await this.thiefComesIn();
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

  #facts: {
    isEnrolled: boolean;
    /** Whether the thief's session is the one in which the owner has opened their invitation. */
    isInvited: boolean;
    trusted: ReadonlySet<string>;
    states: ReadonlyMap<string, string>;
  } = {
    isEnrolled: false,
    isInvited: false,
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
    const current = await this.#currentInvitation();
    const { id, session } = this.#ownersInvitation ?? {};
    this.#facts = {
      isInvited: current?.state === 'opened' && current.id === id && session === this.#thief.session,
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
    return missingProofs(action, about, this.#now).length === 0;
  }

  /** The proofs that a thief can give by what they have. */
  #producible(): ReadonlySet<ProofKind> {
    const kinds = new Set<ProofKind>();
    if (this.#things.has('password')) kinds.add('password');
    if (this.#readsMail && !haveChangedLately(this.#addressesChangedAt, this.#now)) kinds.add('mailed-code');
    if (this.#phones.some((phone) => phone.holder === 'thief' && this.#vouches(phone))) kinds.add('one-time-password');
    if (this.#thiefsInvitation !== null || this.#facts.isInvited) kinds.add('invitation');
    return kinds;
  }

  #vouches({ instanceId }: Phone): boolean {
    return this.#facts.trusted.has(instanceId) && this.#facts.states.get(instanceId) === 'active';
  }

  /** A mailed code, and something that a mailbox does not give. */
  #mayReset(): boolean {
    const kinds = this.#producible();
    if (!this.#readsMail) return false;
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

/** Long enough that what was bound vouches. */
export const PROBATION_MS = 2 * DAY;
