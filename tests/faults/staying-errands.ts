import type { Browser } from '@playwright/test';
import { BRING_BACK_FAILURES } from '@/components/phone/copies/bring-back-screens';
import { KEEP_FAILURES } from '@/components/phone/copies/keep-copy-screen';
import { TEST_NOTIFICATION_WORDS } from '@/components/phone/notifications/test-notification';
import type { Device } from '@/lib/kit/phone/device';
import type { PushService } from '@/lib/kit/push/push-service';
import type { Message } from '@/lib/shared/language/t';
import { copyKeys, type CopiedAccount } from '@/lib/phone/copies/copy-keys';
import type { CopyPasskey } from '@/lib/phone/copies/copy-passkey';
import { bringBack, eraseCopy, fetchCopyChallenge, keepCopy } from '@/lib/phone/copies/copy-services';
import { fetchDeviceDetails } from '@/lib/phone/device-details';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import { fetchGhosts, lockGhost } from '@/lib/phone/marks/ghosts';
import { markDevice } from '@/lib/phone/marks/mark-device';
import { Unmarking } from '@/lib/phone/marks/unmarking';
import { askForPushTest, tellPushSubscription } from '@/lib/phone/push-subscription';
import { reportDevice } from '@/lib/phone/report-device';
import type { Keeping } from '@/lib/shared/keeping';
import { systemRandom } from '@/lib/shared/random';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import { valueOf } from '../support/phones/activate-device';
import { COPY_PIN } from '../support/phones/copying-phone';
import type { Cell } from './cell';
import { ErrandTrial, type Errand, type ErrandPhone } from './errand-trial';
import { PasskeyOfCopy } from './passkey-of-copy';
import { peopleFor, phoneCells, type Row } from './phone-cells';
import { RememberingBrowser } from './remembering-browser';

const AT_A_TIME = 10;

/** An iPhone’s tab, which the website says may be lost. */
const KEEPING: Keeping = {
  engine: 'webkit',
  platform: 'ios',
  isInstalled: false,
  deletesUnvisited: true,
  storage: 'not-kept',
};

const MAY_BE_LOST = 'This device may be lost' satisfies Message;
const ONLY_WHILE_OPEN =
  'On while this app is open. Notifications don’t reach it while it’s closed. To try again, turn them off and on.' satisfies Message;
const NOT_LOCKED = 'It wasn’t locked. Check your connection, then try again.' satisfies Message;

/** What the app does in silence it does again by itself. */
const NEXT_UNLOCK = 'says nothing, and tells it again when the account is next unlocked';
const NEXT_OPENING = 'says nothing, and does it again when it is next opened';

type Staying = {
  service: PushService;
  browser: RememberingBrowser;
  passkey: PasskeyOfCopy;
  /** What the passkey said when it was touched: where an answer was lost, the app sends the same again. */
  touched: CopyPasskey | null;
  /** That erases the copy. */
  token: string;
};

async function isReached({ direct, device }: ErrandPhone): Promise<boolean> {
  return valueOf(await askForPushTest(direct, device, systemRandom)) === 'delivered';
}

/** @param gateway by the line that goes wrong, or beside it */
async function subscribe(gateway: GatewayAddress, { direct, device }: ErrandPhone, { service }: Staying) {
  const { endpoint, keys } = await service.subscribe(direct.pushKey ?? '');
  return tellPushSubscription(gateway, device, { endpoint, ...keys }, systemRandom);
}

async function beReached(phone: ErrandPhone, state: Staying): Promise<void> {
  valueOf(await subscribe(phone.direct, phone, state));
}

async function beRemembered({ siteUrl, direct, device }: ErrandPhone, { browser }: Staying): Promise<void> {
  if (!(await markDevice(siteUrl, direct, device, systemRandom, browser.channel))) throw new Error('not remembered');
}

const ghosts = ({ siteUrl }: ErrandPhone, { browser }: Staying) => fetchGhosts(siteUrl, browser.channel);

async function hasCopy({ direct, device }: ErrandPhone): Promise<boolean> {
  const details = await fetchDeviceDetails(direct, device, systemRandom);
  return details !== 'frozen' && details?.hasCopy === true;
}

const copied = ({ userId, domain }: Device): Omit<CopiedAccount, 'instanceKey'> => ({
  userId,
  domain,
  name: userId,
  activatedAt: new Date().toISOString(),
  pinMinimumLength: 4,
  pinMaximumLength: 8,
  offersNotifications: true,
});

/** With a passkey that is made for it. @param gateway by the line that goes wrong, or beside it */
async function leaveCopy(gateway: GatewayAddress, { direct, device }: ErrandPhone, { passkey }: Staying) {
  const created = passkey.create(valueOf(await fetchCopyChallenge(direct)));
  return keepCopy(gateway, device, copied(device), created, COPY_PIN, systemRandom);
}

async function haveCopy(phone: ErrandPhone, state: Staying): Promise<void> {
  state.token = valueOf(await leaveCopy(phone.direct, phone, state));
}

/** What a phone does so that it stays, and is reached, by the call that this makes. */
const ERRANDS = {
  'tessera/reportDevice': {
    async run({ gateway, device }) {
      const isHeard = await reportDevice(gateway, device, KEEPING, systemRandom);
      return { isDone: isHeard, words: isHeard ? 'says nothing' : NEXT_UNLOCK };
    },
    failing: NEXT_UNLOCK,
    holds: async ({ page, device, siteUrl }) =>
      (await (await page.request.get(`${siteUrl}/authenticators/${device.instanceId}`)).text()).includes(MAY_BE_LOST),
    kept: ['the website says that the device may be lost', 'the website knows nothing of the browser'],
  },
  'Remember: authenticator/marks': {
    async run({ gateway, direct, device }, { browser }) {
      const isHeard = await markDevice(gateway.gatewayUrl, direct, device, systemRandom, browser.channel);
      return { isDone: isHeard, words: isHeard ? 'says nothing' : NEXT_UNLOCK };
    },
    failing: NEXT_UNLOCK,
    holds: async (phone, state) => (await ghosts(phone, state)).length > 0,
    kept: ['the browser is remembered', 'the browser is not remembered'],
  },
  'Find what was deleted: authenticator/marks': {
    prepare: beRemembered,
    async run({ gateway }, { browser }) {
      const found = await fetchGhosts(gateway.gatewayUrl, browser.channel);
      return found.length > 0
        ? { isDone: true, words: 'A phone was activated here. This browser has deleted it.' }
        : { isDone: false, words: NEXT_OPENING };
    },
    failing: NEXT_OPENING,
    holds: null,
    kept: ['', 'nothing to keep'],
  },
  'Lock: authenticator/marks': {
    prepare: beRemembered,
    async run(phone, state) {
      const [ghost] = await ghosts(phone, state);
      const isLocked =
        ghost === undefined || (await lockGhost(phone.gateway.gatewayUrl, ghost.id, state.browser.channel));
      return { isDone: isLocked, words: isLocked ? 'The phone that was activated here is locked.' : NOT_LOCKED };
    },
    failing: NOT_LOCKED,
    holds: async (phone, state) => (await ghosts(phone, state)).length === 0,
    kept: ['the device, locked', 'the device, not locked'],
  },
  'Forget: authenticator/marks': {
    prepare: beRemembered,
    async run({ gateway, device }, { browser }) {
      const unmarking = new Unmarking(gateway.gatewayUrl, browser.storage, browser.channel);
      if (browser.isStorageEmpty) await unmarking.unmark(device.instanceId);
      else await unmarking.tell();
      const isHeard = browser.isStorageEmpty;
      return { isDone: isHeard, words: isHeard ? 'says nothing' : NEXT_OPENING };
    },
    holds: async (phone, state) => (await ghosts(phone, state)).length === 0,
    kept: ['the browser is forgotten', 'the browser is remembered'],
  },
  'Turn on: tessera/subscribeToPush': {
    async run(phone, state) {
      const told = await subscribe(phone.gateway, phone, state);
      return {
        isDone: told.ok,
        words: told.ok ? 'Notifications are on, also while this app is closed.' : ONLY_WHILE_OPEN,
      };
    },
    failing: ONLY_WHILE_OPEN,
    holds: isReached,
    kept: ['the device, reached', 'the device, not reached'],
  },
  'Turn off: tessera/subscribeToPush': {
    prepare: beReached,
    async run({ gateway, device }) {
      const told = await tellPushSubscription(gateway, device, null, systemRandom);
      return { isDone: told.ok, words: told.ok ? 'Notifications are off.' : NEXT_UNLOCK };
    },
    failing: NEXT_UNLOCK,
    holds: async (phone) => !(await isReached(phone)),
    kept: ['the device, not reached', 'the device, reached'],
  },
  'tessera/testPush': {
    prepare: beReached,
    async run({ gateway, device }) {
      const sent = await askForPushTest(gateway, device, systemRandom);
      const outcome = sent.ok && sent.value !== 'not-reached' ? sent.value : 'failed';
      return { isDone: outcome === 'delivered', words: TEST_NOTIFICATION_WORDS[outcome] };
    },
    failing: TEST_NOTIFICATION_WORDS.unreachable,
    holds: null,
    kept: ['', 'nothing to keep'],
  },
  'tessera/copyChallenge': {
    async run({ gateway }) {
      const issued = await fetchCopyChallenge(gateway);
      return { isDone: issued.ok, words: issued.ok ? 'asks for the passkey' : KEEP_FAILURES.refused.title };
    },
    failing: KEEP_FAILURES.unanswered.title,
    holds: null,
    kept: ['', 'nothing to keep'],
  },
  'tessera/keepCopy': {
    async run(phone, state) {
      const kept = await leaveCopy(phone.gateway, phone, state);
      return { isDone: kept.ok, words: kept.ok ? 'The copy is kept.' : KEEP_FAILURES.refused.title };
    },
    failing: KEEP_FAILURES.unanswered.title,
    holds: hasCopy,
    kept: ['a copy', 'no copy'],
  },
  'tessera/bringBack': {
    prepare: haveCopy,
    async run({ gateway, direct }, state) {
      state.touched ??= state.passkey.touch(valueOf(await fetchCopyChallenge(direct)));
      const { verifier } = await copyKeys(state.touched.secret, COPY_PIN);
      const result = await bringBack(gateway, state.touched, verifier);
      const isBack = result.ok && result.value.outcome === 'returned';
      return { isDone: isBack, words: isBack ? 'The phone is back.' : BRING_BACK_FAILURES['no-copy'].title };
    },
    failing: BRING_BACK_FAILURES.unanswered.title,
    holds: async (phone) => !(await hasCopy(phone)),
    kept: ['the copy was handed out', 'a copy'],
  },
  'tessera/eraseCopy': {
    prepare: haveCopy,
    async run({ gateway, device }, { token }) {
      const isErased = await eraseCopy(gateway, device.instanceId, token);
      return { isDone: isErased, words: isErased ? 'says nothing' : NEXT_OPENING };
    },
    holds: async (phone) => !(await hasCopy(phone)),
    kept: ['no copy', 'a copy'],
  },
} as const satisfies Partial<Record<Row, Errand<Staying>>>;

const ROWS = Object.keys(ERRANDS) as (keyof typeof ERRANDS)[];

/** People whom the cells take: one for each try. */
export const STAYING_PEOPLE = peopleFor(ROWS);

/** Every such call by every fault, each on a phone and in a browser of its own. @param service that the site's settings name */
export function stayingCells(
  site: LoadSite,
  browser: Browser,
  people: LoadPerson[],
  service: PushService,
): Promise<Cell[]> {
  return phoneCells(ROWS, people, AT_A_TIME, (person, row) => {
    const passkey = new PasskeyOfCopy(site.server.url);
    const state = { service, browser: new RememberingBrowser(site.server.url), passkey, touched: null, token: '' };
    return ErrandTrial.open<Staying>(site, browser, person, { errand: ERRANDS[row], state, isWatched: false });
  });
}
