/*
 * Lets the phone app open without a network: it keeps the app's one page and the files that the page loads, and nothing
 * else. Answers of the gateway, the configuration with its key and the website's own pages always come from the network.
 *
 * A version of the app is its page together with all its files, whose names change with their contents. Each version
 * has a cache of its own, into which the page goes last: one with a page is complete, and takes the place of the one before.
 *
 * The app registers it twice: for its page, and for the scanner's worker, which browsers hold to be a place of its own
 * because its script lies elsewhere. The second one only answers, with what the first one keeps.
 */

const PREFIX = 'authenticator-';
/** Grows when what is cached, or how, changes: every cache of another layout is deleted. */
const LAYOUT = 2;
const PAGE = '/authenticator';
const STATIC = '/_next/static/';
const FILES = ['/authenticator/manifest.webmanifest', '/authenticator/icon-192.png', '/icon.svg'];
/** In milliseconds; on a bad line the kept page is better than a blank one. */
const PATIENCE = 3_000;

addEventListener('install', (event) => {
  event.waitUntil(prepare().then(() => self.skipWaiting()));
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
  } else if (pathname.startsWith(STATIC) || FILES.includes(pathname)) {
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

/**
 * Files never change under their name, so a kept one is as good as a new one. The answer is one without an address, which
 * then is the asked one: the worker's script finds its settings behind the `#` of its own.
 */
async function answerFile(request) {
  const kept = await findKept(new URL(request.url).pathname);
  return kept ? new Response(kept.body, kept) : fetch(request);
}

async function prepare() {
  const isForPage = new URL(self.registration.scope).pathname === PAGE;
  if (isForPage) await keepNewest();
}

async function keepNewest() {
  const page = await fetch(PAGE, { cache: 'no-store', credentials: 'omit' });
  if (!page.ok) throw new TypeError(`the page answered ${page.status}`);
  await keep(page);
}

async function keep(page) {
  const scripts = filesIn(await page.clone().text());
  const name = `${PREFIX}${LAYOUT}-${await fingerprint(scripts.join('\n'))}`;
  const cache = await caches.open(name);
  if (!(await cache.match(PAGE))) {
    await cache.addAll(FILES);
    await addWithFurther(cache, scripts);
  }
  await cache.put(PAGE, page);
  const names = await caches.keys();
  await Promise.all(names.filter((other) => isOurs(other) && other !== name).map((other) => caches.delete(other)));
}

/** Adds files and those that they load later, such as screens that are seldom needed and the scanner's worker. */
async function addWithFurther(cache, files) {
  await cache.addAll(files);
  const texts = await Promise.all(files.map(async (file) => (await cache.match(file)).text()));
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const further = filesIn(texts.join('\n')).filter((file) => !known.has(file));
  if (further.length > 0) await addWithFurther(cache, further);
}

/** Everything with a hashed name that a text mentions; pages say where it lies, scripts only below what. */
function filesIn(text) {
  const names =
    text.match(/\bstatic\/chunks\/[\w./~%()-]+\.(?:js|css)\b|\bstatic\/media\/[\w./~%()-]+\.woff2\b/g) ?? [];
  return [...new Set(names)].map((name) => `/_next/${name}`).sort((left, right) => left.localeCompare(right));
}

async function findKept(path) {
  for (const name of await caches.keys()) {
    if (!isOurs(name)) continue;
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
