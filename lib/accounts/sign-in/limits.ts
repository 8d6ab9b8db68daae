import type { UserKey } from '../../shared/identifiers/user-key';
import type { Subject } from '../../audit/audit-event';
import { DAY, HOUR, MINUTE } from '../../shared/time/duration';
import { networksOf } from '../../shared/network-address';
import type { Budget, RateLimit } from './rate-limiter';
import { shortUserId } from '../users/user';

const PER_QUARTER_HOUR = (attempts: number): RateLimit => ({ attempts, windowMs: 15 * MINUTE });
const PER_DAY = (attempts: number): RateLimit => ({ attempts, windowMs: DAY });

/**
 * Wrong passwords of one account in a day, by each way to try them that needs nothing of the person's. NIST SP 800-63B-4
 * §3.2.2 lets at most 100 in a row pass; a day and not for ever, because otherwise whoever makes 100 wrong guesses has
 * locked somebody out until the helpdesk helps.
 */
const GUESSES_A_DAY = 100;

/** What may come from one network. Many people may share it. */
const PER_NETWORK = {
  /** Sign-ins that lead to no session. */
  'sign-in': PER_QUARTER_HOUR(60),
  /** Images for signing in with a phone that lead to no session. */
  'phone-sign-in': PER_QUARTER_HOUR(60),
  /** Sessions asked for that no phone has approved. */
  'unapproved-session': PER_QUARTER_HOUR(60),
  /** Sign-ins that are sent to phones. */
  'sent-sign-in': PER_QUARTER_HOUR(20),
  /** Links of invitations and notices that are followed. */
  link: PER_QUARTER_HOUR(60),
  /** Forged images that phones report. */
  'forgery-report': PER_QUARTER_HOUR(10),
} satisfies Record<string, RateLimit>;

/** What may concern, or be done by, one person. */
const PER_PERSON = {
  /** Guesses of the password, from wherever they come. */
  password: PER_QUARTER_HOUR(10),
  'passwords-a-day': PER_DAY(GUESSES_A_DAY),
  /** The same from networks that the person has signed in from. */
  'passwords-a-day-from-known-networks': PER_DAY(GUESSES_A_DAY),
  /** The same in browsers that the person has signed in with. */
  'passwords-a-day-in-known-browsers': PER_DAY(GUESSES_A_DAY),
  /** Passwords of the gateway that the person, signed in, registers a device with. */
  'gateway-password': PER_QUARTER_HOUR(10),
  'gateway-passwords-a-day': PER_DAY(GUESSES_A_DAY),
  /**
   * Sign-ins sent to the person's phones that come to nothing: enough for somebody who overlooks a few, too few to wear
   * anybody out.
   */
  'sent-sign-in': PER_QUARTER_HOUR(5),
  /** Questions of the helpdesk sent to the person's phones that come to nothing. */
  'caller-request': PER_QUARTER_HOUR(5),
  /**
   * Answers of the person's phones that come to nothing: one number of ninety is right, so somebody who is tricked into
   * guessing lets an attacker in after hours, not after minutes.
   */
  'phone-answer': PER_QUARTER_HOUR(3),
  /** The same when the helpdesk asks. */
  'caller-answer': PER_QUARTER_HOUR(3),
  /** Exports and verifications by the person: each may read a table from end to end. */
  'long-read': PER_QUARTER_HOUR(30),
  /** Starts over the limit of a day that are recorded. */
  'refused-start': PER_QUARTER_HOUR(1),
  /** Actions by the person, against scripts that press buttons. */
  action: { attempts: 60, windowMs: MINUTE },
  /** Callers whose phones the member of staff asks who is calling. */
  'asked-caller': PER_QUARTER_HOUR(30),
  /** Invitations that the member of staff asks for. */
  'sent-invitation': { attempts: 60, windowMs: HOUR },
  /** Invitations of the person, whoever asks for them: each is a mail. */
  'received-invitation': { attempts: 20, windowMs: DAY },
} satisfies Record<string, RateLimit>;

/** Guesses of a password that one person makes from one known network, which others may share. */
const PER_PERSON_AND_NETWORK: RateLimit = PER_QUARTER_HOUR(10);

/** What may happen to one object. */
const PER_OBJECT = {
  /** One-time passwords tried on a device: six digits, three of them right, so a guess succeeds in 1 of 33,000 windows. */
  'one-time-password': { attempts: 10, windowMs: 5 * MINUTE },
  /** The same when callers read them out to the helpdesk. */
  'callers-one-time-password': { attempts: 10, windowMs: 5 * MINUTE },
  /** Guesses of a password in a browser that the account was signed in with before. */
  'password-in-known-browser': PER_QUARTER_HOUR(10),
  /** Sign-ins that such a browser sends to its person's phones. */
  'sent-sign-in-of-known-browser': PER_QUARTER_HOUR(5),
  /** Images for signing in with a phone that such a browser asks for in vain. */
  'phone-sign-in-of-known-browser': PER_QUARTER_HOUR(20),
  /** Guesses of the password in a session that it is asked for again in. */
  'step-up': PER_QUARTER_HOUR(10),
  'step-ups-a-day': PER_DAY(50),
  /** Guesses of the password by whoever has an invitation's link. */
  'invitation-password': PER_QUARTER_HOUR(10),
  'invitation-passwords-in-all': { attempts: 50, windowMs: 2 * DAY },
  /** Images of an activation that a renderer outside this program is asked for. */
  rendering: { attempts: 30, windowMs: MINUTE },
  /** Codes of an offline activation that are entered: a gateway of its own ends it after three wrong ones. */
  'activation-code': PER_QUARTER_HOUR(20),
  /** Tries of an invitation's second code, or of one that is read out: one in 10^11, or one in 2 × 10^5, is guessed. */
  'second-code': { attempts: 5, windowMs: 2 * DAY },
  /** Images that an invitation may lead to: each lives five minutes. */
  'invitation-start': { attempts: 5, windowMs: 2 * DAY },
} satisfies Record<string, RateLimit>;

/** What may happen on the whole site. */
const PER_SITE = {
  /** Forged images that phones report: anybody may, and what is recorded stays. */
  'forgery-report': PER_QUARTER_HOUR(300),
} satisfies Record<string, RateLimit>;

/** How many times the limit of a /64 wider prefixes have: households are given a /56, sites and mobile carriers a /48. */
const WIDER = { 32: 1, 64: 1, 56: 4, 48: 16 } as const;

/** Of the address's network, and of the wider ones around it where it is IPv6. */
export function perNetwork(what: keyof typeof PER_NETWORK, { address }: { address: string | null }): Budget[] {
  const { attempts, windowMs } = PER_NETWORK[what];
  return networksOf(address).map(({ name, bits }) => ({
    key: `network:${what}:${name}`,
    attempts: attempts * WIDER[bits],
    windowMs,
    network: name,
  }));
}

/** One for every way to type the same user ID. */
export function perPerson(what: keyof typeof PER_PERSON, person: UserKey): Budget {
  return { key: `person:${what}:${personKey(person)}`, subject: subjectOf(person), ...PER_PERSON[what] };
}

/** @param network of `networkOf` */
export function perPersonAndNetwork(person: UserKey, network: string): Budget {
  const key = `person-network:password:${personKey(person)} ${network}`;
  return { key, subject: subjectOf(person), network, ...PER_PERSON_AND_NETWORK };
}

export function perObject(what: keyof typeof PER_OBJECT, id: string): Budget {
  return { key: `object:${what}:${id}`, ...PER_OBJECT[what] };
}

export function perSite(what: keyof typeof PER_SITE): Budget {
  return { key: `site:${what}`, ...PER_SITE[what] };
}

type Limit =
  | `network:${keyof typeof PER_NETWORK}`
  | `person:${keyof typeof PER_PERSON}`
  | 'person-network:password'
  | `object:${keyof typeof PER_OBJECT}`
  | `site:${keyof typeof PER_SITE}`;

/** What a budget's key begins with: what is counted, and per what. */
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
