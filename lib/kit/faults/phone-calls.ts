/** Everything that the phone app asks over the network, by path: below `/rest/v2/` for the gateway, else below the site. */
export const PHONE_CALLS = [
  'authenticator/config.json',
  '.well-known/tessera-image-keys.json',
  'authenticator/link-tickets',
  'authenticator/opened-links',
  'authenticator/forged-images',
  'authenticator/marks',
  'api/authenticator/login-requests',
  'provisioning/getServerTime',
  'provisioning/DSAPPSRPGenerateEphemeralKey',
  'provisioning/DSAPPSRPGenerateActivationData',
  'provisioning/MdlAddDevice',
  'provisioning/MdlActivate',
  'notification/push/updateNotificationID',
  'authentication/push/getPreparedSecureChallenge',
  'authentication/push/authUser',
  'authentication/push/cancelAuthUser',
  'authentication/scan/getPreparedSecureChallenge',
  'authentication/scan/authUser',
  'authentication/scan/cancelAuthUser',
  'tessera/describeDevice',
  'tessera/freezeEverything',
  'tessera/reportDevice',
  'tessera/subscribeToPush',
  'tessera/testPush',
  'tessera/copyChallenge',
  'tessera/keepCopy',
  'tessera/bringBack',
  'tessera/eraseCopy',
] as const;

type Short<Path extends string> = Path extends `${string}/${infer Rest}` ? Short<Rest> : Path;

/** A call of the phone, or the end of its path, such as `MdlAddDevice`. */
export type PhoneCall = (typeof PHONE_CALLS)[number] | Short<(typeof PHONE_CALLS)[number]>;

/** The name of the call that a request to this path is. */
export function phoneCallName(path: string): string {
  return path.replace(/^\/(?:rest\/v2\/)?/, '');
}
