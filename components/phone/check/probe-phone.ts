import { cameraPermission, isAllowedByPolicy } from '../camera/browser-camera';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import { measureClockDrift } from '@/lib/phone/measure-clock-drift';
import { readAppPlace, type AppPlace } from '@/lib/shared/app-place';
import { withTimeout } from '@/lib/shared/async/with-timeout';
import { FARTHEST_CLOCK, LONGEST_ANSWER, type PhoneReport, type CameraProblem } from '@/lib/shared/phone-check';

/** In bytes: what the app and its accounts take, many times over. */
const NEARLY_FULL = 5_000_000;
/** In milliseconds. A phone waits for four such answers in an activation. */
const SLOW = 2_000;
/** In milliseconds. Some browsers leave a question about themselves unanswered. */
const PATIENCE = 5_000;

const PROBE_DATABASE = 'authenticator-check';

/** What is not known yet. */
export function unknownReport(): PhoneReport {
  const place = attempt(() => readAppPlace(window), null);
  return {
    platform: place?.platform ?? 'other',
    engine: place?.engine ?? 'unknown',
    camera: 'unknown',
    storage: 'unknown',
    clockSeconds: null,
    passkeys: 'unknown',
    push: 'unknown',
    homeScreen: place ? homeScreenOf(place) : 'unknown',
    network: 'unknown',
    answeredMs: null,
    offlineStart: 'unknown',
  };
}

/**
 * Finds out what works here. Whatever one part of a browser does, the others are told: none may break another.
 * @param tell called with each part as soon as it is known
 */
export async function probePhone(tell: (part: Partial<PhoneReport>) => void): Promise<void> {
  const probes: (() => Promise<Partial<PhoneReport>>)[] = [
    async () => ({ camera: await probeCamera() }),
    async () => ({ storage: await probeStorage(readAppPlace(window)) }),
    async () => ({ passkeys: await probePasskeys() }),
    async () => ({ push: probePush(readAppPlace(window)) }),
    async () => ({ offlineStart: await probeOfflineStart() }),
    probeNetwork,
  ];
  await Promise.all(
    probes.map(async (probe) => {
      const limit = probe === probeNetwork ? 2 * LONGEST_ANSWER : PATIENCE;
      tell(await withTimeout(limit, probe()).catch(() => ({})));
    }),
  );
}

/** Without asking for the camera: that takes a press. */
async function probeCamera(): Promise<PhoneReport['camera']> {
  const barrier = cameraBarrier();
  if (barrier) return barrier;
  const permission = await cameraPermission();
  if (permission === 'denied') return 'refused';
  const devices = await navigator.mediaDevices.enumerateDevices();
  if (!devices.some(({ kind }) => kind === 'videoinput')) return 'missing';
  return permission === 'granted' ? 'allowed' : 'not-asked';
}

function cameraBarrier(): CameraProblem | null {
  if (!window.isSecureContext) return 'insecure';
  if (!(navigator as { mediaDevices?: MediaDevices }).mediaDevices) return 'unsupported';
  return isAllowedByPolicy() ? null : 'blocked';
}

async function probeStorage({ deletesUnvisited }: AppPlace): Promise<PhoneReport['storage']> {
  if (!(await canStore())) return 'refused';
  const storage = (navigator as { storage?: StorageManager }).storage;
  const { quota, usage = 0 } = (await storage?.estimate?.().catch(() => null)) ?? {};
  if (quota !== undefined && quota - usage < NEARLY_FULL) return 'nearly-full';
  if (await storage?.persisted?.().catch(() => false)) return 'kept';
  return deletesUnvisited ? 'deletes-unvisited' : 'not-kept';
}

function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(PROBE_DATABASE);
      opening.addEventListener('error', () => resolve(false));
      opening.addEventListener('success', () => {
        opening.result.close();
        indexedDB.deleteDatabase(PROBE_DATABASE);
        resolve(true);
      });
    } catch {
      resolve(false);
    }
  });
}

/** WebAuthn Level 3 §5.1.7, which older browsers do not have. */
type WithCapabilities = { getClientCapabilities?: () => Promise<Record<string, boolean>> };

async function probePasskeys(): Promise<PhoneReport['passkeys']> {
  if (!('PublicKeyCredential' in window)) return 'missing';
  if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return 'no-screen-lock';
  const capabilities = await (PublicKeyCredential as WithCapabilities).getClientCapabilities?.();
  const prf = capabilities?.['extension:prf'];
  if (prf === undefined) return 'prf-unknown';
  return prf ? 'with-prf' : 'without-prf';
}

function probePush({ platform, isInstalled }: AppPlace): PhoneReport['push'] {
  if (!('Notification' in window && 'PushManager' in window && 'serviceWorker' in navigator))
    return platform === 'ios' && !isInstalled ? 'home-screen-first' : 'missing';
  return PUSH_OF[Notification.permission];
}

const PUSH_OF = { granted: 'allowed', default: 'not-asked', denied: 'refused' } as const;

function homeScreenOf({ isInstalled, deletesUnvisited }: AppPlace): PhoneReport['homeScreen'] {
  if (isInstalled) return 'installed';
  return deletesUnvisited ? 'needed' : 'possible';
}

async function probeOfflineStart(): Promise<PhoneReport['offlineStart']> {
  if (!('serviceWorker' in navigator)) return 'missing';
  const registration = await navigator.serviceWorker.getRegistration('/authenticator');
  return registration?.active ? 'ready' : 'not-yet';
}

async function probeNetwork(): Promise<Partial<PhoneReport>> {
  const startedAt = performance.now();
  const address = await fetchGatewayAddress(location.origin).catch(() => null);
  if (!address) return { network: 'website-silent' };
  // The content security policy allows the page's own origin alone, which serves the gateway's services too.
  const gateway = { ...address, gatewayUrl: location.origin };
  const drift = await measureClockDrift(gateway, Date.now).catch(() => null);
  if (drift === null) return { network: 'gateway-silent' };
  const answeredMs = Math.min(Math.round(performance.now() - startedAt), LONGEST_ANSWER);
  const clockSeconds = Math.max(-FARTHEST_CLOCK, Math.min(drift, FARTHEST_CLOCK));
  return { network: answeredMs < SLOW ? 'answered' : 'slow', answeredMs, clockSeconds };
}

function attempt<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
