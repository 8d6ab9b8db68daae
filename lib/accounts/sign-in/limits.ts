import type { UserKey } from '../../shared/identifiers/user-key';
import type { Subject } from '../../audit/audit-event';
import type { DailyBudget } from '../../audit/events/service-account-events';
import { DAY, HOUR, MINUTE } from '../../shared/time/duration';
import { networksOf } from '../../shared/network-address';
import type { Budget, RateLimit } from './rate-limiter';
import { shortUserId } from '../users/user';

const PER_QUARTER_HOUR = (attempts: number): RateLimit => ({ attempts, windowMs: 15 * MINUTE });
const PER_DAY = (attempts: number): RateLimit => ({ attempts, windowMs: DAY });

/**
 * Wrong passwords of one account in a day, for each way to try them without anything of the user's. NIST SP 800-63B-4
 * §3.2.2 disables a password after 100 in a row. Here it is per day and not for ever, or 100 wrong guesses would lock a
 * user out until the helpdesk helps.
 */
const GUESSES_A_DAY = 100;

/** How long a mailed code is good: short, because a mailbox may be open elsewhere (NIST SP 800-63B-4 §4.2.1.2 allows 24 hours). */
export const CODE_LIFETIME_MS = 10 * MINUTE;

/** Consecutive wrong one-time passwords after which the user is notified. */
export const WRONG_IN_A_ROW = 5;

/** Per network, which many users may share. */
const PER_NETWORK = {
  /** Sign-ins without a session. */
  'sign-in': PER_QUARTER_HOUR(60),
  /** Phone sign-in images without a session. */
  'phone-sign-in': PER_QUARTER_HOUR(60),
  /** Requests for a session that no phone approved. */
  'unapproved-session': PER_QUARTER_HOUR(60),
  /** Sign-ins sent to phones. */
  'sent-sign-in': PER_QUARTER_HOUR(20),
  /** Responses typed for a sign-in, right ones given back. */
  'typed-response': PER_QUARTER_HOUR(60),
  /** Links of invitations and notices. */
  link: PER_QUARTER_HOUR(60),
  /** Challenges for passkeys: every view of the sign-in page requests one. */
  'passkey-challenge': PER_QUARTER_HOUR(600),
  /** Refused answers of passkeys. */
  'refused-passkey': PER_QUARTER_HOUR(60),
  /** Answers of an OpenID provider that opened nothing. */
  'provider-answer': PER_QUARTER_HOUR(60),
  /** Unknown keys of service accounts. */
  'service-key': PER_QUARTER_HOUR(20),
  /** Phones' reports of forged images. */
  'forgery-report': PER_QUARTER_HOUR(10),
  /** Questions of phones whether a page shows the image of a link. */
  'image-question': PER_QUARTER_HOUR(60),
  /** What phones found out about themselves, kept for the helpdesk. */
  'phone-check': PER_QUARTER_HOUR(20),
  /** Requests for a code for a forgotten password. */
  'forgotten-password': PER_QUARTER_HOUR(20),
  /** Requests for a code for a lost phone. */
  'lost-phone-code': PER_QUARTER_HOUR(20),
  /** Registrations by people themselves. */
  'self-registration': PER_QUARTER_HOUR(20),
  /** What the page of a lost phone does for the browser that opened its case. */
  'lost-phone': PER_QUARTER_HOUR(60),
  /** Questions about devices that were activated in a browser which has none any more, and locks of these. */
  'device-mark': PER_QUARTER_HOUR(60),
  /** Uses of mailed links and codes. */
  'mailed-secret': PER_QUARTER_HOUR(60),
} satisfies Record<string, RateLimit>;

/** Per user, as actor or subject. */
const PER_PERSON = {
  /** Codes mailed to a signed-in user. */
  'mailed-code': PER_QUARTER_HOUR(5),
  /** From networks that the user has signed in from. */
  'passwords-a-day-from-known-networks': PER_DAY(GUESSES_A_DAY),
  /** In browsers that the user has signed in with. */
  'passwords-a-day-in-known-browsers': PER_DAY(GUESSES_A_DAY),
  /** Gateway passwords with which a signed-in user registers a device. */
  'gateway-password': PER_QUARTER_HOUR(10),
  'gateway-passwords-a-day': PER_DAY(GUESSES_A_DAY),
  /** Serial numbers of hardware that a user says is theirs, right or wrong: few, or one could try whose is whose. */
  'hardware-serial-number': PER_DAY(10),
  /** Caller checks sent to the user's phones without proof. */
  'caller-request': PER_QUARTER_HOUR(5),
  /** Questions to the user's manager: each is a mail. */
  'manager-request': PER_QUARTER_HOUR(5),
  /**
   * Wrong numbers entered on the user's phones. One in ninety is right, so a user tricked into guessing needs hours.
   */
  'phone-answer': PER_QUARTER_HOUR(3),
  /** The same for caller checks. */
  'caller-answer': PER_QUARTER_HOUR(3),
  /**
   * Requests from the user's own sessions to their phones: enough to overlook a few, too few for an MFA fatigue attack.
   */
  'phone-confirmation': PER_QUARTER_HOUR(5),
  /**
   * Wrong one-time passwords offered as proof, of all devices: six digits, three of them right, so a day's guesses
   * succeed once in 16,000 days. Test logins have budgets of their own, which guesses here do not use up.
   */
  'one-time-password': PER_DAY(20),
  /** Consecutive ones without a notice; each further one notifies every address. */
  'one-time-passwords-in-a-row': PER_DAY(WRONG_IN_A_ROW - 1),
  /**
   * Wrong recovery codes of an account, in all its sessions. A code is one of 2^75, so the daily reset helps users, not
   * attackers.
   */
  'recovery-code': PER_DAY(5),
  /** Exports and verifications, each of which may scan a whole table. */
  'long-read': PER_QUARTER_HOUR(30),
  /** Recorded starts over the daily limit. */
  'refused-start': PER_QUARTER_HOUR(1),
  /** Server actions, against scripts. */
  action: { attempts: 60, windowMs: MINUTE },
  /** Wrong codes of checks of phones, by an agent: one in some millions is right. */
  'phone-check-code': PER_QUARTER_HOUR(20),
  /** Caller checks by an agent, at phones and managers. */
  'asked-caller': PER_QUARTER_HOUR(30),
  /** Test mails, each of which waits for the mail server. */
  'test-mail': PER_QUARTER_HOUR(10),
  /** Tests of the audit log's forwarding, and repetitions of its history. */
  'audit-forwarding': PER_QUARTER_HOUR(10),
  /** Checks of the gateway, each of which calls it several times. */
  'gateway-check': PER_QUARTER_HOUR(10),
  /** Approvals that an agent skips. */
  'break-glass': PER_DAY(5),
  /** Invitations by an agent. */
  'sent-invitation': { attempts: 60, windowMs: HOUR },
  /** Invitations to a user by all agents: each is a mail. */
  'received-invitation': { attempts: 20, windowMs: DAY },
  /** The same by all service accounts, so that these use up none of the helpdesk's. */
  'received-invitation-of-systems': { attempts: 20, windowMs: DAY },
  /** Activation links for a user, by all service accounts. */
  'made-activation-link': PER_QUARTER_HOUR(20),
} satisfies Record<string, RateLimit>;

/** @property inAll more than two networks may take, so that a third has some left */
type ClaimedLimit = { fromOneNetwork: number; inAll: number; windowMs: number };

/**
 * Per user whose ID somebody has typed, who may be anybody: for each network, under a larger one for all networks. One
 * network, or two, use up nothing that the user needs in a third.
 */
const PER_CLAIMED_PERSON = {
  /** Codes for a forgotten password: each is a mail. */
  'forgotten-password': { fromOneNetwork: 5, inAll: 15, windowMs: HOUR },
  /** Codes for a lost phone: over it nobody is refused, because one of these is good as long as the window lasts. */
  'lost-phone-code': { fromOneNetwork: 2, inAll: 5, windowMs: CODE_LIFETIME_MS },
  /** Cases of a lost phone: each is a mail, ends all sessions, and may be a stranger's who has the password. */
  'lost-phone': { fromOneNetwork: 5, inAll: 15, windowMs: HOUR },
  /** Codes for a registration: each is a mail. */
  'self-registration': { fromOneNetwork: 5, inAll: 15, windowMs: HOUR },
  /** Guesses of the password from unknown browsers and networks. */
  password: { fromOneNetwork: 10, inAll: 30, windowMs: 15 * MINUTE },
  'passwords-a-day': { fromOneNetwork: 40, inAll: GUESSES_A_DAY, windowMs: DAY },
  /** The same where a phone is reported lost. */
  'lost-phone-password': { fromOneNetwork: 5, inAll: 15, windowMs: 15 * MINUTE },
  'lost-phone-passwords-a-day': { fromOneNetwork: 10, inAll: 30, windowMs: DAY },
  /** Unanswered sign-ins sent to the user's phones: enough to overlook a few, too few for an MFA fatigue attack. */
  'sent-sign-in': { fromOneNetwork: 5, inAll: 12, windowMs: 15 * MINUTE },
  /** One-time passwords that the authentication server sends the user: each may be a text message, which costs money. */
  'sent-one-time-password': { fromOneNetwork: 5, inAll: 12, windowMs: HOUR },
  /** Guesses of these, of all requests. */
  'sent-one-time-passwords-a-day': { fromOneNetwork: 10, inAll: 25, windowMs: DAY },
  /** Wrong responses typed for the user's sign-ins in unknown browsers. */
  'typed-response': { fromOneNetwork: 5, inAll: 15, windowMs: 15 * MINUTE },
  'typed-responses-a-day': { fromOneNetwork: 40, inAll: GUESSES_A_DAY, windowMs: DAY },
} satisfies Record<string, ClaimedLimit>;

export type ClaimedPurpose = keyof typeof PER_CLAIMED_PERSON;

export const CLAIMED_PURPOSES = Object.keys(PER_CLAIMED_PERSON) as ClaimedPurpose[];

/** Guesses of a user's password from one known network, which others may share. */
const PER_PERSON_AND_NETWORK: RateLimit = PER_QUARTER_HOUR(10);

/** Per object. */
const PER_OBJECT = {
  /** Test logins of a device. */
  'test-login': { attempts: 10, windowMs: 5 * MINUTE },
  /** Test notifications to a device. */
  'test-notification': PER_QUARTER_HOUR(5),
  /** Changes of where a device is reached, each of which is recorded. */
  'push-subscription': PER_DAY(20),
  /** Wrong ones: a code valid within ten minutes is accepted as one, and would be a proof when its time comes. */
  'test-logins-a-day': PER_DAY(20),
  /** One-time passwords read out to the helpdesk. */
  'callers-one-time-password': { attempts: 10, windowMs: 5 * MINUTE },
  /** Codes for a forgotten password that a known browser asks for. */
  'forgotten-password-in-known-browser': { attempts: 5, windowMs: HOUR },
  /** Codes for a lost phone that a known browser asks for. */
  'lost-phone-code-in-known-browser': { attempts: 2, windowMs: CODE_LIFETIME_MS },
  /** Cases of a lost phone that a known browser opens. */
  'lost-phone-in-known-browser': { attempts: 5, windowMs: HOUR },
  /** Guesses of the password in a known browser. */
  'password-in-known-browser': PER_QUARTER_HOUR(10),
  /** Sign-ins that a known browser sends to its user's phones. */
  'sent-sign-in-of-known-browser': PER_QUARTER_HOUR(5),
  /** Phone sign-in images in a known browser without a session. */
  'phone-sign-in-of-known-browser': PER_QUARTER_HOUR(20),
  /** Guesses of a one-time password that was sent. */
  'sent-one-time-password': PER_QUARTER_HOUR(5),
  /** Wrong responses that a known browser types. */
  'typed-response-of-known-browser': PER_QUARTER_HOUR(5),
  /** Guesses of the password for a step-up. */
  'step-up': PER_QUARTER_HOUR(10),
  'step-ups-a-day': PER_DAY(50),
  /** Challenges for passkeys, of a session or of a known browser without one. */
  'passkey-challenge': PER_QUARTER_HOUR(120),
  /** Passkeys' answers in a session that were refused. */
  'refused-passkey': PER_QUARTER_HOUR(20),
  /** Guesses of the password with an invitation's link. */
  'invitation-password': PER_QUARTER_HOUR(10),
  'invitation-passwords-in-all': { attempts: 50, windowMs: 2 * DAY },
  /** Uses of the link that opens the app on the same device; the link ends with its image, long before the window. */
  'activation-link': PER_DAY(1),
  /** Questions whether a page shows an image, with a right proof or a wrong one; the image ends before the window. */
  'image-question': PER_QUARTER_HOUR(20),
  /** Uses of one proof in such a question. */
  'image-proof': PER_DAY(1),
  /** Images of an activation from an external renderer. */
  rendering: { attempts: 30, windowMs: MINUTE },
  /** Codes entered for an offline activation; the embedded gateway ends it after three wrong ones. */
  'activation-code': PER_QUARTER_HOUR(20),
  /** Tries of an invitation's second or read-out code: a guess succeeds in 1 of 10^11, or of 2 × 10^5, invitations. */
  'second-code': { attempts: 5, windowMs: 2 * DAY },
  /** Starts under an invitation, each with an image that lives five minutes. */
  'invitation-start': { attempts: 5, windowMs: 2 * DAY },
  /** A device's questions about itself, one each time its account is unlocked. */
  'device-question': PER_QUARTER_HOUR(60),
  /** Browsers that are to remember a device: one, and again each month. */
  'device-mark': PER_DAY(20),
  /** Locks of devices that one browser has deleted. */
  'ghost-lock': PER_QUARTER_HOUR(20),
  /** Freezes by a device; lifting each takes two staff members. */
  'phone-freeze': PER_QUARTER_HOUR(10),
  /** Copies that a device leaves: each is a mail. */
  'device-copy': PER_QUARTER_HOUR(10),
  /** Users whom a machine disables, enables, or changes the details or roles of. */
  'machine-account-changes': PER_DAY(100),
  'machine-new-accounts': PER_DAY(500),
  /** Devices that a machine locks: unlocking each takes two people. */
  'machine-device-locks': PER_DAY(100),
  /** A machine's requests to second persons: each is a mail to every one of them. */
  'machine-requests': PER_DAY(100),
  /** Including tests: each connects to an address that the machine chose. */
  'machine-webhook-changes': PER_DAY(100),
  /** Records of a right key that is refused. */
  'refused-service-key': PER_QUARTER_HOUR(1),
  /** Records of an activation link that was followed without success. */
  'refused-activation-link': PER_QUARTER_HOUR(1),
} satisfies Record<string, RateLimit>;

/** For the whole site. */
const PER_SITE = {
  /** Anonymous reports of forged images, each recorded for good. */
  'forgery-report': PER_QUARTER_HOUR(300),
  /** Anonymous checks of phones, each kept for an hour. */
  'phone-check': PER_QUARTER_HOUR(1_000),
} satisfies Record<string, RateLimit>;

/** Wider prefixes have a multiple of a /64's limit: households get a /56, sites and mobile carriers a /48. */
const WIDER = { 32: 1, 64: 1, 56: 4, 48: 16 } as const;

/** Budgets of the address's network and, for IPv6, of the wider networks around it. */
export function perNetwork(what: keyof typeof PER_NETWORK, { address }: { address: string | null }): Budget[] {
  const { attempts, windowMs } = PER_NETWORK[what];
  return networksOf(address).map(({ name, bits }) => ({
    key: `network:${what}:${name}`,
    attempts: attempts * WIDER[bits],
    windowMs,
    network: name,
  }));
}

/** The same budget for every spelling of a user ID. */
export function perPerson(what: keyof typeof PER_PERSON, person: UserKey): Budget {
  return { key: `person:${what}:${personKey(person)}`, subject: subjectOf(person), ...PER_PERSON[what] };
}

/**
 * Budgets of whoever types a user ID. For IPv6 the /48 counts, or whoever has one has 65,536 networks.
 * @returns that of the network first, and that of all networks
 */
export function perClaimedPerson(
  what: ClaimedPurpose,
  person: UserKey,
  { address }: { address: string | null },
): [Budget, Budget] {
  const { fromOneNetwork: attempts, windowMs } = PER_CLAIMED_PERSON[what];
  const network = networksOf(address).at(-1)?.name ?? 'unknown';
  const key = `person-network:${what}:${personKey(person)} ${network}`;
  return [{ key, subject: subjectOf(person), network, attempts, windowMs }, perClaimedPersonInAll(what, person)];
}

export function perClaimedPersonInAll(what: ClaimedPurpose, person: UserKey): Budget {
  const { inAll: attempts, windowMs } = PER_CLAIMED_PERSON[what];
  return { key: `person:${what}:${personKey(person)}`, subject: subjectOf(person), attempts, windowMs };
}

/** @param network of `networkOf` */
export function perPersonAndNetwork(person: UserKey, network: string): Budget {
  const key = `person-network:password:${personKey(person)} ${network}`;
  return { key, subject: subjectOf(person), network, ...PER_PERSON_AND_NETWORK };
}

export function perObject(what: keyof typeof PER_OBJECT, id: string): Budget {
  return { key: `object:${what}:${id}`, ...PER_OBJECT[what] };
}

/** Every budget that somebody without a session and without a secret can use up for one user. */
export function anonymousBudgets(person: UserKey, origin: { address: string | null }): Budget[] {
  const networks = Object.keys(PER_NETWORK) as (keyof typeof PER_NETWORK)[];
  return [
    ...networks.flatMap((what) => perNetwork(what, origin)),
    ...CLAIMED_PURPOSES.flatMap((what) => perClaimedPerson(what, person, origin)),
  ];
}

/** What a service account may change in a day without approval; over it nothing is done, and staff are alarmed. */
export function perDayOfMachine(what: DailyBudget, serviceAccountId: string): Budget {
  return perObject(`machine-${what}`, serviceAccountId);
}

/** The limit of that budget per day. */
export function attemptsADay(what: DailyBudget): number {
  return PER_OBJECT[`machine-${what}`].attempts;
}

export function perSite(what: keyof typeof PER_SITE): Budget {
  return { key: `site:${what}`, ...PER_SITE[what] };
}

export type Limit =
  | `network:${keyof typeof PER_NETWORK}`
  | `person:${keyof typeof PER_PERSON}`
  | `person:${ClaimedPurpose}`
  | `person-network:${ClaimedPurpose}`
  | `object:${keyof typeof PER_OBJECT}`
  | `site:${keyof typeof PER_SITE}`;

/** The first two parts of a budget's key: its kind, and what is counted. */
export function limitOf(key: string): Limit {
  return key.split(':').slice(0, 2).join(':') as Limit;
}

function personKey(person: UserKey): string {
  const { userId, domain } = subjectOf(person);
  return `${userId}@${domain}`;
}

function subjectOf({ userId, domain }: UserKey): NonNullable<Subject> {
  return { userId: shortUserId(userId), domain };
}
