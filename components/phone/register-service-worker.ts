/** Lets the app open without a network. Where it is not possible the app works all the same while there is one. */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/authenticator/service-worker.js', { scope: '/authenticator' });
  } catch {
    // Some browsers offer it and refuse it, for instance in private windows.
  }
}
