import { beginPasskeyRegistration } from '@/lib/accounts/passkeys/register-passkey';
import { requestConfirmation, type AskedConfirmation } from '@/lib/accounts/phone-sign-in/request-confirmation';
import { finishConfirmation } from '@/lib/accounts/phone-sign-in/finish-confirmation';
import { recordConfirmationEnd } from '@/lib/accounts/phone-sign-in/record-confirmation-end';
import { checkProofs, NO_PROOFS, type TypedProofs } from '@/lib/accounts/proofs/check-proofs';
import type { ProofKind } from '@/lib/accounts/proofs/proof';
import type { ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import { sendProofCode } from '@/lib/accounts/proofs/send-proof-code';
import { makeRecoveryCode } from '@/lib/accounts/recovery/change-recovery-code';
import { formatRecoveryCode, generateRecoveryCode } from '@/lib/accounts/recovery/recovery-code';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { User } from '@/lib/accounts/users/user';
import { addPasskey } from '@/lib/activation/add-passkey';
import { revealInSession } from '@/lib/activation/image/reveal-in-session';
import { startActivation } from '@/lib/activation/start/start-activation';
import { addressesVersion, changeOwnAddresses } from '@/lib/helpdesk/administration/change-details';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { enterByInvitation } from '@/lib/helpdesk/invitations/enter-by-invitation';
import { findStartGrant } from '@/lib/helpdesk/invitations/find-open-invitation';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { phoneConfirmationIdOf } from '@/lib/shared/identifiers/phone-confirmation-id';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { RELYING_PARTY } from '../../../../support/doubles/fake-access-ports';
import { activateShown, PASSWORD } from '../../../../support/doubles/fake-helpdesk-ports';
import { FakePhone } from '../../../../support/doubles/fake-phone';
import { FakeMailbox } from '../../../../support/doubles/fake-mailbox';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';
import { valueOf } from '../../../../support/phones/activate-device';
import type { CallersPhone } from '../../../../support/phones/callers-phone';
import type { StolenPasswordWorld } from './stolen-password-world';

const THIEFS_ADDRESS = 'thief@mail.example.net' as MailAddress;

/** How the phone of the owner, or of the thief's accomplice, answers what the thief's session asks. */
type Answer = 'approves' | 'declines' | 'was not them' | 'accomplice approves';

/** What the thief has got. @property isAllowed whether the policy gives as much to whoever has the password */
type Stolen = { what: 'activation' | 'device' | 'passkey' | 'recovery code'; isAllowed: boolean };

let stories = 0;

/** An owner, and a thief with their password, as the action pipeline lets both act. */
export class StolenPasswordStory {
  readonly world: StolenPasswordWorld;
  readonly jane: User;
  readonly stolen: Stolen[] = [];
  /** Of its own, so that no story uses up the budgets of another's network. */
  readonly origin = { correlationId: 'request', address: `10.0.${(stories += 1) >> 8}.${stories & 255}` };
  #thief: SignedIn | null = null;
  #owner: SignedIn | null = null;
  /** What the thief's own phones have become. */
  readonly #thiefsDevices = new Set<string>();
  #hasThiefsBackup = false;
  #image: string | null = null;
  /** The answer of the thief's browser to a challenge. */
  #passkey: string | null = null;
  #phone: CallersPhone | null = null;
  #recoveryCode: string | null = null;

  constructor(world: StolenPasswordWorld, jane: User) {
    this.world = world;
    this.jane = jane;
  }

  async thiefSignsIn(): Promise<void> {
    this.#thief = await this.#signIn();
  }

  async thiefStarts(typed: Partial<TypedProofs> = {}): Promise<void> {
    const isAllowed = await this.#isAllowed();
    if (this.#thief && (await this.#start(this.#thief, [], typed))) this.stolen.push({ what: 'activation', isAllowed });
  }

  async thiefMakesRecoveryCode(): Promise<void> {
    const isAllowed = await this.#isAllowed();
    const thief = await this.#current(this.#thief);
    const usedUp = thief && (await this.#may(thief, 'make-recovery-code'));
    if (!usedUp) return;
    const made = await makeRecoveryCode(this.world.proofs, thief, this.origin, usedUp.voucher);
    if (!made.ok) return;
    this.#hasThiefsBackup = true;
    this.stolen.push({ what: 'recovery code', isAllowed });
  }

  /** @param code null for a guess */
  thiefTriesRecoveryCode(code: string | null = null): Promise<void> {
    return this.thiefStarts({ recoveryCode: code ?? formatRecoveryCode(generateRecoveryCode(systemRandom).code) });
  }

  thiefTriesOwnersRecoveryCode(): Promise<void> {
    return this.thiefTriesRecoveryCode(this.#recoveryCode);
  }

  /** @param mailbox that the thief reads */
  async thiefTriesMailedCode(mailbox: string = THIEFS_ADDRESS): Promise<void> {
    const thief = await this.#current(this.#thief);
    if (!thief) return;
    await sendProofCode(this.world.proofs, thief, this.origin);
    await this.thiefStarts({ mailedCode: this.world.mailedCode(mailbox) });
  }

  thiefReadsOwnersMail(): Promise<void> {
    return this.thiefTriesMailedCode(this.jane.mailAddresses[0]);
  }

  async thiefChangesAddresses(): Promise<void> {
    const thief = await this.#current(this.#thief);
    if (thief && (await this.#may(thief, 'change-address')))
      await changeOwnAddresses(
        this.world.administration,
        thief,
        { mailAddresses: [THIEFS_ADDRESS], shown: addressesVersion(thief.user) },
        this.origin,
      );
  }

  async thiefBeginsPasskey(): Promise<void> {
    const thief = await this.#current(this.#thief);
    this.#passkey = thief && (await this.#beginPasskey(thief));
  }

  async thiefAddsPasskey(): Promise<void> {
    if (this.#passkey === null) await this.thiefBeginsPasskey();
    const isAllowed = await this.#isAllowed();
    const thief = await this.#current(this.#thief);
    if (thief && (await this.#finishPasskey(thief, this.#passkey))) this.stolen.push({ what: 'passkey', isAllowed });
    this.#passkey = null;
  }

  async ownerAddsPasskey(): Promise<void> {
    const owner = await this.#signIn();
    if (owner) await this.#finishPasskey(owner, await this.#beginPasskey(owner));
  }

  async thiefAsksThePhone(answer: Answer): Promise<void> {
    const thief = await this.#current(this.#thief);
    const phone = answer === 'accomplice approves' ? this.world.accomplice : this.#phone;
    if (!thief || !phone) return;
    const asked = await this.#ask(thief, answer === 'was not them' ? 'message' : 'image');
    if (!asked) return;
    if (answer === 'was not them') await happens(phone.decline('not-me'));
    else await happens(this.#answer(phone, asked, answer === 'declines' ? 'declines' : 'approves'));
    const { phoneSignIn } = this.world;
    await recordConfirmationEnd(phoneSignIn, await phoneConfirmationIdOf(asked.key, thief.session.id));
    await finishConfirmation(phoneSignIn, thief, asked.key, this.origin);
  }

  /** The thief keeps whatever image their session may see. */
  async thiefLooks(): Promise<void> {
    const { world, jane, origin } = this;
    const thief = await this.#current(this.#thief);
    const pending = await world.fake.ports.store.findPending(jane);
    if (!thief || pending?.state !== 'issued') return;
    const ports = { proofs: world.proofs, activation: world.fake.ports };
    const shown = await revealInSession(ports, thief, pending.id, 'svg', origin);
    if (shown.ok) this.#image = shown.value.payload;
  }

  /** The thief's phone scans the image that they kept. */
  async thiefScans(): Promise<void> {
    if (this.#image === null) return;
    const isAllowed = await this.#isAllowed();
    const phone = new FakePhone(this.world.fake.embedded, this.#image);
    const before = await this.#devices();
    for (let step = 0; step < 4; step++) if ((await phone.step()) === 'refused') return;
    this.#image = null;
    for (const id of await this.#devices()) if (!before.includes(id)) this.#thiefsDevices.add(id);
    this.stolen.push({ what: 'device', isAllowed });
  }

  async thiefChanges(kind: 'unlock' | 'remove'): Promise<void> {
    const { world, jane } = this;
    const [device] = await world.directory.list(jane);
    if (device && this.#thief && (await this.#may(this.#thief, `${kind}-device`)))
      await changeAuthenticator(world.ports, jane, device.instanceId, { kind }, this.origin);
  }

  /** With proofs that only the owner can give. */
  async ownerStarts(): Promise<void> {
    this.#owner = await this.#signIn();
    if (this.#owner) await this.#start(this.#owner, ['device', 'passkey']);
  }

  async ownerMakesRecoveryCode(): Promise<void> {
    const owner = await this.#signIn();
    if (!owner || !(await this.#may(owner, 'make-recovery-code', ['device']))) return;
    const made = await makeRecoveryCode(this.world.proofs, owner, this.origin);
    if (made.ok) this.#recoveryCode = made.value;
  }

  async ownerStartsWithRecoveryCode(): Promise<void> {
    const owner = await this.#signIn();
    if (owner && this.#recoveryCode) await this.#start(owner, [], { recoveryCode: this.#recoveryCode });
  }

  /** The old phone confirms the new one. */
  async ownerStartsWithOldPhone(): Promise<void> {
    const owner = await this.#signIn();
    const asked = owner && this.#phone && (await this.#ask(owner, 'image'));
    if (!asked || !this.#phone) return;
    await happens(this.#answer(this.#phone, asked, 'approves'));
    await finishConfirmation(this.world.phoneSignIn, owner, asked.key, this.origin);
    await this.#start(owner);
  }

  async ownerStartsWithInvitation(): Promise<void> {
    const { ports, mailbox, proofs } = this.world;
    const mails = await mailbox.about(this.jane.userId);
    const invited = mails.findLast(({ content }) => content.kind === 'invitation')?.content;
    if (invited?.kind !== 'invitation') return;
    const typed = { token: FakeMailbox.tokenOf(invited.invitationLink), code: '', password: PASSWORD };
    const opened = await openInvitation(ports, typed, null, this.origin);
    if (!opened.ok || !opened.value.secret) return;
    const entered = await enterByInvitation({ ...proofs, ...ports }, opened.value.secret, this.origin);
    if (entered.ok) await this.#start(entered.value);
  }

  /** The owner scans what they, or the thief, have started. */
  async ownerScans(): Promise<void> {
    const { world, jane } = this;
    const pending = await world.fake.ports.store.findPending(jane);
    const owner = (await this.#current(this.#owner)) ?? (await this.#signIn());
    if (pending?.state !== 'issued' || !owner) return;
    // As where the owner's session shows it.
    await world.proofs.vouchers.confine(pending.id, owner.session.id);
    const activated = await activateShown(world.fake, jane, pending.id).catch(() => null);
    if (activated) this.#phone = await world.listen(jane, activated).catch(() => null);
  }

  /**
   * Whether the policy lets the password alone bind something: at `standard`, the first device or passkey, and one backup
   * of a first device that is the thief's own.
   */
  async #isAllowed(): Promise<boolean> {
    const { world, jane } = this;
    if (world.level !== 'standard' || (await world.proofs.passkeys.store.list(jane)).length > 0) return false;
    const devices = await this.#devices();
    const [first] = devices;
    if (first === undefined) return true;
    return devices.length === 1 && this.#thiefsDevices.has(first) && !this.#hasThiefsBackup;
  }

  async #devices(): Promise<string[]> {
    return (await this.world.directory.list(this.jane)).map(({ instanceId }) => instanceId);
  }

  async #signIn(): Promise<SignedIn | null> {
    const typed = { userId: this.jane.userId, password: PASSWORD };
    const signedIn = await signIn(this.world.proofs, typed, this.origin);
    return signedIn.ok ? signedIn.value : null;
  }

  /** As the next request of the session finds it; null if it has ended. */
  async #current(signedIn: SignedIn | null): Promise<SignedIn | null> {
    const { sessions, clock } = this.world.proofs;
    const session = signedIn && (await sessions.find(signedIn.session.id, clock.now()));
    return session && { ...signedIn, session };
  }

  async #may(
    signedIn: SignedIn,
    action: ProtectedAction,
    given: readonly ProofKind[] = [],
    typed: Partial<TypedProofs> = {},
  ) {
    const current = await this.#current(signedIn);
    if (!current) return null;
    const all = { ...NO_PROOFS, password: PASSWORD, ...typed };
    const checked = await checkProofs(this.world.proofs, current, { action, given }, all, this.origin);
    return checked.ok ? checked.value : null;
  }

  /** As `startAction` does. */
  async #start(by: SignedIn, given: readonly ProofKind[] = [], typed: Partial<TypedProofs> = {}): Promise<boolean> {
    const { world, origin } = this;
    const usedUp = await this.#may(by, 'bind-device', given, typed);
    if (!usedUp) return false;
    const grant = await findStartGrant(world.ports, by, usedUp);
    if (!grant.ok) return false;
    const input = { deviceName: 'Phone', startKey: null, grant: grant.value };
    return (await startActivation(world.fake.ports, by.user, input, origin)).ok;
  }

  async #beginPasskey(by: SignedIn): Promise<string | null> {
    const typed = { ...NO_PROOFS, password: PASSWORD };
    const begun = await beginPasskeyRegistration(this.world.proofs, by, typed, this.origin);
    return begun.ok ? new SoftwareAuthenticator(RELYING_PARTY.origin).register(begun.value) : null;
  }

  async #finishPasskey(by: SignedIn, answer: string | null): Promise<boolean> {
    const signedIn = await this.#current(by);
    if (answer === null || !signedIn) return false;
    const { proofs, fake } = this.world;
    const ports = { proofs, activation: fake.ports };
    return (await addPasskey(ports, signedIn, { answer, name: 'Laptop' }, this.origin)).ok;
  }

  async #ask(by: SignedIn, way: 'image' | 'message'): Promise<AskedConfirmation | null> {
    const asking = { way, purpose: 'bind-device', browser: 'Firefox on Linux' } as const;
    const asked = await requestConfirmation(this.world.phoneSignIn, by, asking, this.origin);
    return asked.ok ? asked.value : null;
  }

  async #answer({ device, gateway }: CallersPhone, asked: AskedConfirmation, answer: 'approves' | 'declines') {
    const scanned = valueOf(scanLogin(asked.image?.code ?? '', gateway));
    const login = valueOf(await fetchLoginRequest(scanned, device, systemRandom));
    if (answer === 'approves') valueOf(await answerLogin(login, asked.number));
    else valueOf(await declineLogin(login, 'cancelled', systemRandom));
  }
}

/** Whether it went well; a phone that is locked, or an image that has ended, is refused. */
function happens(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  );
}
