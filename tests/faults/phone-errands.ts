import type { Browser } from '@playwright/test';
import { FREEZE_WORDS, tryToFreeze, type FreezeOutcome } from '@/components/phone/freeze/freeze-outcome';
import { sentenceFor } from '@/lib/phone/phone-problem';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { loginDevice } from '@/lib/kit/phone/device';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import { fetchLoginRequests } from '@/lib/phone/login/fetch-login-requests';
import { measureClockDrift } from '@/lib/phone/measure-clock-drift';
import { registerNotifications } from '@/lib/phone/register-notifications';
import { systemRandom } from '@/lib/shared/random';
import { SECOND } from '@/lib/shared/time/duration';
import type { LoadPerson } from '../support/load/load-people';
import type { LoadSite } from '../support/load/load-site';
import type { Cell } from './cell';
import { ErrandTrial, type Errand, type ErrandPhone } from './errand-trial';
import { peopleFor, phoneCells } from './phone-cells';

const AT_A_TIME = 10;

/** Longer than a poll is held. */
const INBOX_PATIENCE_MS = 40 * SECOND;

type Errands = {
  address: string;
  /** What the tries to freeze came to so far. */
  tries: FreezeOutcome[];
};

const register = async (gateway: GatewayAddress, { device }: ErrandPhone, { address }: Errands) =>
  registerNotifications(gateway, loginDevice(device), device.instanceKey, address, systemRandom);

const inbox = (gateway: GatewayAddress, { address }: Errands) =>
  fetchLoginRequests(gateway, address, null, Date.now, AbortSignal.timeout(INBOX_PATIENCE_MS));

/** What the phone does between activations and sign-ins, by the call that this makes. */
const ERRANDS = {
  'notification/push/updateNotificationID': {
    async run(phone, errands) {
      const registered = await register(phone.gateway, phone, errands);
      if (!registered.ok) return { isDone: false, words: sentenceFor(registered.refusal) };
      return { isDone: true, words: 'Notifications are on.' };
    },
    holds: async ({ direct }, errands) => (await inbox(direct, errands)) !== null,
    kept: ['notifications on', 'notifications off'],
  },
  'api/authenticator/login-requests': {
    async run(phone, errands) {
      await register(phone.direct, phone, errands);
      const found = await inbox(phone.gateway, errands);
      return { isDone: found !== null, words: found ? 'Nothing waits for this phone.' : 'Notifications are off.' };
    },
    holds: null,
    kept: ['', 'nothing to keep'],
  },
  'provisioning/getServerTime': {
    async run({ gateway }) {
      const drift = await measureClockDrift(gateway, Date.now);
      // Both are read in whole seconds.
      const isRight = Math.abs(drift) <= 1;
      return { isDone: isRight, words: `This phone’s clock is ${isRight ? 'right' : 'wrong'}.` };
    },
    holds: null,
    kept: ['', 'nothing to keep'],
  },
  'tessera/freezeEverything': {
    async run({ gateway, device }, { tries }) {
      const outcome = await tryToFreeze(Promise.resolve(gateway), device, systemRandom, tries.includes('unanswered'));
      tries.push(outcome);
      return { isDone: outcome === 'frozen', words: FREEZE_WORDS[outcome].title };
    },
    async holds({ page }) {
      await page.goto('/');
      return page.url().includes('/sign-in');
    },
    kept: ['everything frozen', 'nothing frozen'],
  },
} as const satisfies Partial<Record<PhoneCall, Errand<Errands>>>;

type ErrandCall = keyof typeof ERRANDS;

const CALLS = Object.keys(ERRANDS) as ErrandCall[];

/** People whom the cells take: one for each try. */
export const ERRAND_PEOPLE = peopleFor(CALLS);

/** Every such call by every fault, each in a browser and on a phone of its own. */
export function phoneErrandCells(site: LoadSite, browser: Browser, people: LoadPerson[]): Promise<Cell[]> {
  return phoneCells(CALLS, people, AT_A_TIME, (person, call) => {
    const state: Errands = { address: `web:${crypto.randomUUID()}`, tries: [] };
    return ErrandTrial.open(site, browser, person, { errand: ERRANDS[call], state, isWatched: true });
  });
}
