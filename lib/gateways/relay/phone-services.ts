import type { Step } from '../../activation/activation';

const CONNECTIONS = {
  DSAPPSRPGenerateEphemeralKey: 'scanned',
  DSAPPSRPGenerateActivationData: 'verified',
  MdlAddDevice: 'linked',
  MdlActivate: 'active',
} as const satisfies Record<string, Step>;

/** That all of OneSpan §3.6 is there under `scan` too, and what cancels a request is called, is inferred. */
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
 * The services that phones call (OneSpan §3.2 to §3.6), by path, each with the step of an activation that its success
 * makes. Names are case-sensitive (OneSpan §3.1). Those that only a site calls, with its back-end key, are not among them.
 */
export const PHONE_SERVICES: ReadonlyMap<string, Step | null> = new Map<string, Step | null>([
  ...Object.entries(CONNECTIONS).map(([service, step]) => [`/rest/v2/provisioning/${service}`, step] as const),
  ...OTHERS.map((service) => [`/rest/v2/${service}`, null] as const),
]);

/** Changes nothing, and needs no body; without a key it is refused (OneSpan §3.1); no service is documented for probing (§3.7). */
export const PROBE = {
  method: 'POST',
  path: '/rest/v2/provisioning/getServerTime',
  headers: { accept: 'application/json' },
  refusal: 401,
} as const;
