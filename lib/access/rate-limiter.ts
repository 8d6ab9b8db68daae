import { DAY, HOUR, MINUTE } from '../shared/duration';

/** At most `attempts` in each window of `windowMs` milliseconds. */
export type RateLimit = { attempts: number; windowMs: number };

/** PORT: counts attempts, for all replicas together. */
export interface RateLimiter {
  /**
   * Counts one attempt.
   * @param key what is limited and for whom, at most 400 characters
   * @returns milliseconds until the next attempt is possible; 0 when this one is
   */
  consume(key: string, limit: RateLimit): Promise<number>;
  /** Takes one counted attempt back: one that turned out to be nobody's guess. Below nothing it does not go. */
  giveBack(key: string): Promise<void>;
  /** Forgets the attempts counted so far. */
  reset(key: string): Promise<void>;
  /** Forgets windows that have ended. */
  purge(): Promise<void>;
}

/** Guesses of one account's password, from wherever they come. */
export const PASSWORDS_PER_ACCOUNT: RateLimit = { attempts: 10, windowMs: 15 * MINUTE };

/** Sign-in attempts from one address that lead to no session; many people may share it. */
export const SIGN_INS_PER_ADDRESS: RateLimit = { attempts: 60, windowMs: 15 * MINUTE };

/** Images for signing in with a phone that one address asks for in vain; many people may share it. */
export const PHONE_SIGN_INS_PER_ADDRESS: RateLimit = { attempts: 60, windowMs: 15 * MINUTE };

/** Sign-ins that one address sends to phones; many people may share it. */
export const SENT_SIGN_INS_PER_ADDRESS: RateLimit = { attempts: 20, windowMs: 15 * MINUTE };

/**
 * Sign-ins, and questions of the helpdesk, sent to one person's phones that come to nothing: enough for somebody who
 * overlooks a few, too few to wear anybody out.
 */
export const SENT_SIGN_INS_PER_ACCOUNT: RateLimit = { attempts: 5, windowMs: 15 * MINUTE };

/**
 * Answers of one person's phones that come to nothing: one number of three is right, so somebody who is tricked
 * into guessing would let an attacker in after a few tries.
 */
export const PHONE_ANSWERS_PER_ACCOUNT: RateLimit = { attempts: 3, windowMs: 15 * MINUTE };

/** One-time passwords tried on one device: six digits, three of them right, so a guess succeeds in 1 of 33,000 windows. */
export const ONE_TIME_PASSWORDS_PER_DEVICE: RateLimit = { attempts: 10, windowMs: 5 * MINUTE };

/** Exports and verifications of one person: each may read a table from end to end. */
export const LONG_READS_PER_USER: RateLimit = { attempts: 30, windowMs: 15 * MINUTE };

/** Forged images that phones at one address report. */
export const FORGERY_REPORTS_PER_ADDRESS: RateLimit = { attempts: 10, windowMs: 15 * MINUTE };

/** All of them together: anybody may report, and what is recorded stays. */
export const FORGERY_REPORTS: RateLimit = { attempts: 300, windowMs: 15 * MINUTE };

/** Images of one activation that a renderer outside this program is asked for. */
export const RENDERINGS_PER_ACTIVATION: RateLimit = { attempts: 30, windowMs: MINUTE };

/** Codes of one offline activation that are entered: a gateway of its own ends it after three wrong ones. */
export const CODES_PER_ACTIVATION: RateLimit = { attempts: 20, windowMs: 15 * MINUTE };

/** Actions of one person, against scripts that press buttons. */
export const ACTIONS_PER_USER: RateLimit = { attempts: 60, windowMs: MINUTE };

/** Callers whose phones one member of staff asks who is calling. */
export const CALLERS_ASKED_PER_AGENT: RateLimit = { attempts: 30, windowMs: 15 * MINUTE };

/** Invitations that one member of staff asks for. */
export const INVITATIONS_PER_AGENT: RateLimit = { attempts: 60, windowMs: HOUR };

/** Invitations of one person, whoever asks for them: each is a mail. */
export const INVITATIONS_PER_USER: RateLimit = { attempts: 20, windowMs: DAY };

/** Links of invitations and notices that are followed from one address; many people may share it. */
export const LINKS_PER_ADDRESS: RateLimit = { attempts: 60, windowMs: 15 * MINUTE };

/** Tries of a second code, or of a code that was read out: one in 10^11, or one in 2 × 10^5, is guessed. */
export const SECOND_CODES_PER_INVITATION: RateLimit = { attempts: 5, windowMs: 2 * DAY };

/** Images that one invitation may lead to: each lives five minutes. */
export const STARTS_PER_INVITATION: RateLimit = { attempts: 5, windowMs: 2 * DAY };
