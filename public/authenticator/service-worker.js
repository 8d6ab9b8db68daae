/*
 * Lets the phone app open without a network: it keeps the app's one page and the files that the page loads, and nothing
 * else. Answers of the gateway, the configuration with its key and the website's own pages always come from the network.
 *
 * A version of the app is its page together with all its files, whose names change with their contents. Each version
 * has a cache of its own, which is filled completely before it takes the place of the one before.
 */

const PREFIX = 'authenticator-';
/** Grows when what is cached, or how, changes: every cache of another layout is deleted. */
const LAYOUT = 1;
const PAGE = '/authenticator';
const FILES = ['/authenticator/manifest.webmanifest', '/authenticator/icon-192.png', '/icon.svg'];
/** In milliseconds; on a bad line the kept page is better than a blank one. */
const PATIENCE = 3_000;

addEventListener('install', (event) => {
  event.waitUntil(keepNewest().then(() => self.skipWaiting()));
});

addEventListener('activate', (event) => {
  event.waitUntil(forgetOtherLayouts().then(() => self.clients.claim()));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    // The scope is a prefix, which some pages of the website share.
    if (pathname === PAGE) event.respondWith(answerPage(event));
  } else if (pathname.startsWith('/_next/static/') || FILES.includes(pathname)) {
    event.respondWith(answerFile(request));
  }
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showApp(event.notification.data?.loginRequest));
});

/** The newest page when it comes in time, else the kept one. What came too late is kept for the next time. */
async function answerPage(event) {
  const fresh = fetch(PAGE, { cache: 'no-store', credentials: 'omit' }).then(async (page) => {
    if (!page.ok) throw new TypeError(`the page answered ${page.status}`);
    event.waitUntil(keep(page.clone()).catch(() => undefined));
    return page;
  });
  const kept = await findKept(PAGE);
  if (!kept) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  return Promise.race([fresh.catch(() => kept), late]);
}

/** Files never change under their name, so a kept one is as good as a new one. */
async function answerFile(request) {
  return (await findKept(new URL(request.url).pathname)) ?? fetch(request);
}

async function keepNewest() {
  const page = await fetch(PAGE, { cache: 'no-store', credentials: 'omit' });
  if (!page.ok) throw new TypeError(`the page answered ${page.status}`);
  await keep(page);
}

async function keep(page) {
  const scripts = filesOf(await page.clone().text());
  const name = `${PREFIX}${LAYOUT}-${await fingerprint(scripts.join('\n'))}`;
  if (!(await caches.has(name))) {
    const cache = await caches.open(`${name}-unfinished`);
    await cache.addAll([...FILES, ...scripts]);
    await rename(cache, name);
  }
  await (await caches.open(name)).put(PAGE, page);
  const names = await caches.keys();
  await Promise.all(names.filter((other) => isOurs(other) && other !== name).map((other) => caches.delete(other)));
}

/** Caches have no rename; a copy of a complete cache is as quick, because nothing is fetched again. */
async function rename(from, name) {
  const to = await caches.open(name);
  for (const request of await from.keys()) await to.put(request, await from.match(request));
}

/** Everything with a hashed name that the page mentions: scripts and styles, also those it loads later. */
function filesOf(html) {
  return [...new Set(html.match(/\/_next\/static\/[\w./~%()-]+\.(?:js|css|woff2)/g) ?? [])].sort((left, right) =>
    left.localeCompare(right),
  );
}

async function findKept(path) {
  for (const name of await caches.keys()) {
    if (!isOurs(name) || name.endsWith('-unfinished')) continue;
    const answer = await (await caches.open(name)).match(path);
    if (answer) return answer;
  }
  return null;
}

async function forgetOtherLayouts() {
  const names = await caches.keys();
  const outdated = names.filter((name) => isOurs(name) && !name.startsWith(`${PREFIX}${LAYOUT}-`));
  await Promise.all(outdated.map((name) => caches.delete(name)));
}

function isOurs(name) {
  return name.startsWith(PREFIX);
}

async function fingerprint(text) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Brings the app to the front, at the sign-in that the notification is about. */
async function showApp(loginRequest) {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const app = open.find((client) => new URL(client.url).pathname === PAGE);
  if (!app) return self.clients.openWindow(loginRequest ? `${PAGE}#login-request=${loginRequest}` : PAGE);
  if (loginRequest) app.postMessage({ loginRequest });
  return app.focus();
}
