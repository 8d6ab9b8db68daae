import type { Clock } from '../../../shared/time/clock';
import type { NewAccount } from './accounts';
import type { FreePool } from './free-licences';
import type { NewToken } from './hardware-tokens';
import type { SessionLimits } from './admin-sessions';
import type { MakerCheckerCommand } from './pending-operations';
import type { PrivilegeOptions } from './privileges';

/** Which passwords a policy takes (OneSpan §4.2). */
export type LocalAuthentication = 'DIGIPASS or Password' | 'DIGIPASS/Password during Grace Period' | 'Digipass Only';

export type PushRequestMethod = 'KeywordOnly' | 'Password' | 'KeywordPassword' | 'PasswordKeyword' | 'None';

/** A registered client component (OneSpan §4.1). */
export type Component = {
  /** Whether its policy authenticates the person who registers (OneSpan §4.2, helpdesk caveat). */
  authenticates: boolean;
  /** Whether its policy makes accounts for people whom the directory behind it knows: Dynamic User Registration. */
  registers?: boolean;
};

/** What listens where; a port of 0 or none is a free one. */
export type Ports = { soap?: readonly number[]; cloud?: number; digipassGateway?: number; phone?: number };

export type OneSpanOptions = PrivilegeOptions & {
  ports: Ports;
  /** Authentication servers that share one state. */
  servers: number;
  /** Whether SOAP and cloud require a certificate of the throw-away authority. */
  clientCertificate: boolean;
  clock: Clock;
  defaultDomain: string;
  /** May log on to the administration interface. */
  serviceUser: { userId: string; domain: string; password: string };
  users: NewAccount[];
  /** The directory behind the server. */
  directory: NewAccount[];
  components: Record<string, Component>;
  localAuthentication: LocalAuthentication;
  /** Where static passwords are; the command for the other place is refused. That it is, and how, is inferred. */
  passwordsKeptBy: 'server' | 'directory';
  /** Names of `updatePassword`'s fields, of which two pages of the vendor's disagree; by others it finds one missing. */
  passwordFields: 'reference' | 'guide';
  /** Rules for new passwords, in place of a policy's or a directory's: at least so many characters, and none of the last. */
  passwordRules: { minimumLength: number; history: number };
  /** Whether a policy lets people change server PINs, and what a new one must be (OneSpan §4.10). */
  serverPins: { mayChange: boolean; minimumLength: number };
  /** Number of the password format with fields of their own; which one is published nowhere, so it is a guess. */
  separatePasswordFormat: number;
  /**
   * One-time passwords that the server sends: the policy's request method and keyword, and the way of delivery; null for
   * none. Which status goes with the challenge is published nowhere: `reply` has both kinds.
   */
  virtualAuthenticator: {
    method: 'Password' | 'KeywordPassword' | 'PasswordKeyword';
    keyword: string;
    delivery: 'sms' | 'mail';
    reply: 'success' | 'refusal';
  } | null;
  /** Whether the server learns a directory's password from a login with a one-time password behind it. */
  passwordAutolearn: boolean;
  /** One status for every reason (OneSpan §3.9, 1000). */
  genericStatusCodes: boolean;
  /** Failed authentications that lock an account; 0 for never. */
  lockThreshold: number;
  /**
   * Whether a right login unlocks an account that failures have locked (OneSpan §6.5), after a lock time in seconds that each
   * further try multiplies, in so many tries; null where only an administrator does.
   */
  autoUnlock: { lockSeconds: number; factor: number; maximumTries: number } | null;
  /** Of a newly assigned licence; null when none is set, so that there is none to end (OneSpan §4.4). */
  gracePeriodDays: number | null;
  /** The policy's delayed activation period, after which a new instance may be used (OneSpan §4.6); 0 for at once. */
  activationDelaySeconds: number;
  /** What has to be typed as the password so that the phone is asked: the policy's request method, and its keyword. */
  pushRequest: { method: PushRequestMethod; keyword: string };
  /**
   * What `authUser` does then: it waits for the phone, or, as a public client has seen, says success at once with a
   * message that the password is wrong (OneSpan §4.3).
   */
  pushReply: 'waits' | 'seeming-success';
  /** How long `authUser` waits for the phone. The default of a server on the premises is not published. */
  authenticationTimeoutSeconds: number;
  /** How long the challenge cache keeps a challenge. */
  challengeAgeSeconds: number;
  /** Whether `getSecureChallenge` demands a message or a body: the pages contradict each other. */
  requiresChallengeText: boolean;
  /** Where the cloud says that a push reaches no phone: at the login, or since 26.R1 at its session (OneSpan §5.4). */
  undeliverablePush: 'conflict' | 'shows-later';
  /** How the cloud answers a wrong response: 409, or a session status, whose spelling is the login's own (OneSpan §5.1). */
  failedLogin: 'conflict' | 'status';
  /** Texts that `generate-secure-challenge` demands; which ones is published nowhere (OneSpan §5.5). */
  secureChallengeInput: Readonly<Record<string, string>>;
  sessionLimits: Partial<SessionLimits>;
  /** An administrator who may decide on what others ask for, and nothing else. */
  checker: { userId: string; domain: string; password: string };
  /** Which commands wait for a second administrator. */
  makerChecker: readonly MakerCheckerCommand[];
  /**
   * What the first call of such a command answers, which is open (OneSpan §4.7): success with the operation's identifier,
   * success and nothing that tells it from a command that was carried out, or a status of its own with the identifier.
   */
  pendingReply: 'identifier' | 'silent' | 'status';
  /** Attribute of an instance with its last authentication (OneSpan §4.3: open); null where the server does not tell. */
  lastAuthenticationField: string | null;
  /** Devices of a licence (OneSpan §7.3: 3). */
  activationLimit: number;
  /** What counts against the limit: devices that are there, or every activation that was begun (OneSpan §4.3, §10). */
  limitCounts: 'devices' | 'activations';
  /** How long a registration can be used: 10 minutes in the cloud (OneSpan §5.4), and by default at OAS (§7.4). */
  registrationLifetimeSeconds: number;
  /** What registrations take from; null for as many as anybody wants. */
  freeLicences: readonly FreePool[] | null;
  /** Hardware and virtual authenticators, assigned or free. */
  tokens: readonly NewToken[];
  /** How a password assigns a hardware authenticator (OneSpan §6.3); null where the policy does not let people do it. */
  selfAssignment: { separator: string } | null;
  /** With what status a login that wants a response answers the first time, which nobody publishes. */
  challengeStatus: 'STAT_CHALLENGE' | 'STAT_SUCCESS';
  /** How many authenticators of a type a user may have, and what stands between the two in the policy (OneSpan §4.3). */
  typeLimits: Readonly<Record<string, number>>;
  typeLimitSeparator: string;
  /** The client component's policy. */
  policyName: string;
  /** Fields of the two responses by which a clock is repaired: nobody publishes them, so they are guesses. */
  clockFields: readonly [string, string];
  gatewayId: string;
  frontEndKey: string;
  backEndKey: string;
};

export const DEFAULT_OPTIONS: OneSpanOptions = {
  ports: {},
  servers: 1,
  clientCertificate: false,
  clock: { now: () => new Date() },
  defaultDomain: 'example.org',
  serviceUser: { userId: 'svc-tessera', domain: 'master', password: 'Service-Password-1' },
  users: [],
  directory: [],
  components: { 'Self-Management Website': { authenticates: true } },
  localAuthentication: 'DIGIPASS or Password',
  passwordsKeptBy: 'server',
  passwordFields: 'reference',
  passwordRules: { minimumLength: 8, history: 3 },
  serverPins: { mayChange: true, minimumLength: 4 },
  separatePasswordFormat: 1,
  virtualAuthenticator: null,
  passwordAutolearn: false,
  genericStatusCodes: false,
  lockThreshold: 3,
  autoUnlock: null,
  gracePeriodDays: 7,
  activationDelaySeconds: 0,
  pushRequest: { method: 'KeywordOnly', keyword: 'push' },
  pushReply: 'waits',
  authenticationTimeoutSeconds: 60,
  challengeAgeSeconds: 60,
  requiresChallengeText: true,
  undeliverablePush: 'shows-later',
  failedLogin: 'conflict',
  secureChallengeInput: {},
  sessionLimits: {},
  missingPrivileges: [],
  furtherPrivileges: [],
  privilegesBy: 'user',
  mayReadPrivileges: true,
  checker: { userId: 'checker', domain: 'master', password: 'Checker-Password-1' },
  makerChecker: [],
  pendingReply: 'identifier',
  lastAuthenticationField: null,
  activationLimit: 3,
  limitCounts: 'devices',
  registrationLifetimeSeconds: 600,
  freeLicences: [{ type: 'DAL10', unit: '', count: 500 }],
  tokens: [],
  selfAssignment: null,
  challengeStatus: 'STAT_CHALLENGE',
  typeLimits: {},
  typeLimitSeparator: ':',
  policyName: 'Self-Management Policy',
  clockFields: ['CREDFLD_DP_RESPONSE', 'CREDFLD_DP_RESPONSE2'],
  gatewayId: '0123456789ABCDEF',
  frontEndKey: 'f'.repeat(64),
  backEndKey: 'b'.repeat(64),
};
