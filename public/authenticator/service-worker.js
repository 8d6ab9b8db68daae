/*
 * Lets the phone app open without a network: it keeps the app's one page and the files that the page loads, and nothing
 * else. Answers of the gateway, the configuration with its key and the website's own pages always come from the network.
 *
 * A version of the app is its page together with all its files, whose names change with their contents. Each version
 * has a cache of its own, into which the page goes last: one with a page is complete, and takes the place of the one before.
 * That one stays, without a page, until the next version comes: tabs that were opened with it load its further screens,
 * which the website no longer has.
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
  const { loginRequest, notMe } = event.notification.data ?? {};
  event.waitUntil(notMe ? self.clients.openWindow(`/not-me#${notMe}`) : showApp(loginRequest));
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

/** One at a time: of two that keep a new version, the second one finds that it is kept. */
async function keep(page) {
  await navigator.locks.request(`${PREFIX}keep`, () => keepAlone(page));
}

async function keepAlone(page) {
  const scripts = filesIn(await page.clone().text());
  const name = `${PREFIX}${LAYOUT}-${await fingerprint(scripts.join('\n'))}`;
  const cache = await caches.open(name);
  const isNewest = (await cache.match(PAGE)) !== undefined;
  if (!isNewest) {
    await cache.addAll(FILES);
    await addWithFurther(cache, scripts);
  }
  await cache.put(PAGE, page);
  if (!isNewest) await retireOthers(name);
}

/** Takes their page from the version before, and deletes those before it. */
async function retireOthers(newest) {
  const others = (await caches.keys()).filter((name) => isOurs(name) && name !== newest);
  for (const name of others) {
    const cache = await caches.open(name);
    const wasNewest = await cache.delete(PAGE);
    await Promise.all(FILES.map((file) => cache.delete(file)));
    if (!wasNewest) await caches.delete(name);
  }
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

/*
 * Push messages and notifications. A message is a declarative one (Push API), which the app's website has written in the
 * language of the account; WebKit hands it over as a notification that it would show by itself.
 */

/** For a message that cannot be read: browsers take push messages away from whoever shows nothing. */
const UNREADABLE = {
  en: 'Open the app to see what is new.',
  de: 'Öffnen Sie die App, um zu sehen, was es Neues gibt.',
  fr: 'Ouvrez l’application pour voir ce qu’il y a de nouveau.',
  nl: 'Open de app om te zien wat er nieuw is.',
};
const REQUESTS = new Set(['push-sign-in', 'push-request']);

/** The app asks for it too: Chromium forgets a notification that it is asked for while it shows it. */
const LOCK = 'authenticator-notifications';

addEventListener('push', (event) => {
  event.waitUntil(navigator.locks.request(LOCK, () => showPushed(event)));
});

addEventListener('pushsubscriptionchange', (event) => {
  // The next start of the app tells the website, by a key that takes the PIN.
  const options = event.oldSubscription?.options;
  if (options) event.waitUntil(self.registration.pushManager.subscribe(options).catch(() => undefined));
});

/** Always shows something, and in the place of what has the same tag. */
async function showPushed(event) {
  const { title, ...options } = readPushed(event);
  const [shown] = await self.registration.getNotifications({ tag: options.tag });
  // A request that was held up comes after its own end.
  const isLate = shown?.data?.kind === 'push-ended' && REQUESTS.has(options.data.kind);
  if (isLate) await self.registration.showNotification(shown.title, { ...options, ...ended(shown) });
  else await self.registration.showNotification(title, options);
  await countOpen();
}

function ended({ body, data }) {
  return { body, data, silent: true, requireInteraction: false };
}

function readPushed(event) {
  const declared = event.notification ?? parse(event.data)?.notification;
  const isReadable = typeof declared?.title === 'string' && declared.title !== '';
  if (!isReadable) return { title: 'Authenticator', body: wordsOf(navigator.language), tag: 'unreadable', data: {} };
  const { title, body = '', tag = '', lang = '', data } = declared;
  const kind = typeof data?.kind === 'string' ? data.kind : null;
  const isNamed = typeof data?.loginRequest === 'string' && /^[0-9a-f]{64}$/.test(data.loginRequest);
  const isLink = typeof data?.notMe === 'string' && /^[\w-]{43}$/.test(data.notMe);
  return {
    title,
    body: String(body),
    tag: String(tag),
    lang: String(lang),
    icon: '/authenticator/icon-192.png',
    requireInteraction: declared.requireInteraction === true,
    silent: declared.silent === true,
    data: { kind, loginRequest: isNamed ? data.loginRequest : null, notMe: isLink ? data.notMe : null },
  };
}

function parse(data) {
  try {
    return data?.json() ?? null;
  } catch {
    return null;
  }
}

function wordsOf(language) {
  return UNREADABLE[language.slice(0, 2)] ?? UNREADABLE.en;
}

/** On the app's icon, where the platform does. The app counts anew when it is opened. */
async function countOpen() {
  const open = (await self.registration.getNotifications()).filter(({ data }) => REQUESTS.has(data?.kind));
  if (open.length > 0) await navigator.setAppBadge?.(open.length).catch(() => undefined);
  else await navigator.clearAppBadge?.().catch(() => undefined);
}
