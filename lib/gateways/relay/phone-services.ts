import type { Step } from '../../activation/activation';

const CONNECTIONS = {
  DSAPPSRPGenerateEphemeralKey: 'scanned',
  DSAPPSRPGenerateActivationData: 'verified',
  MdlAddDevice: 'linked',
  MdlActivate: 'active',
} as const satisfies Record<string, Step>;

/** That all of OneSpan §3.6 exists under `scan` too, and the name of the cancelling service, are inferred. */
const OTHERS = [
  'provisioning/getServerTime',
  'provisioning/DSAPPGenerateActivationData',
  'provisioning/DSAPPMdlAddDevice',
  'provisioning/DSAPPActivate',
  'notification/push/updateNotificationID',
  ...['push', 'scan'].flatMap((way) => [
    `authentication/${way}/getPreparedSecureChallenge`,
    `authentication/${way}/authUser`,
    `authentication/${way}/cancelAuthUser`,
    `signature/${way}/getPreparedSignatureRequest`,
    `signature/${way}/authSignature`,
    `signature/${way}/cancelAuthSignatureRequest`,
  ]),
];

/**
 * The services that phones call (OneSpan §3.2 to §3.6), by path, with the step of an activation that each makes. Names
 * are case-sensitive (OneSpan §3.1). Services for sites, with the back-end key, are excluded.
 */
export const PHONE_SERVICES: ReadonlyMap<string, Step | null> = new Map<string, Step | null>([
  ...Object.entries(CONNECTIONS).map(([service, step]) => [`/rest/v2/provisioning/${service}`, step] as const),
  ...OTHERS.map((service) => [`/rest/v2/${service}`, null] as const),
]);

/** A phone refuses to sign its person in. */
export const REFUSALS: ReadonlySet<string> = new Set(
  ['push', 'scan'].map((way) => `/rest/v2/authentication/${way}/cancelAuthUser`),
);

/**
 * Changes nothing, and needs no body; refused without a key (OneSpan §3.1). No service is documented for probing
 * (§3.7).
 */
export const PROBE = {
  method: 'POST',
  path: '/rest/v2/provisioning/getServerTime',
  headers: { accept: 'application/json' },
  refusal: 401,
} as const;
