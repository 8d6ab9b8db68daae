const SERVICE_WORKER = '/authenticator/service-worker.js';
/** The app's page; and the scanner's worker, which browsers look up by where its script lies. */
const SCOPES = ['/authenticator', '/_next/static/'];

/** Lets the app open without a network. Where it is not possible the app works all the same while there is one. */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    for (const scope of SCOPES) await navigator.serviceWorker.register(SERVICE_WORKER, { scope });
  } catch {
    // Some browsers offer it and refuse it, for instance in private windows.
  }
}
