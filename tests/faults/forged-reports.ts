import { apiClient, type ApiClient } from '@/lib/kit/api/client';
import { reportLine } from '@/lib/cli/phone/phone-lines';
import type { Fault } from '@/lib/kit/faults/fault';
import type { PhoneCall } from '@/lib/kit/faults/phone-calls';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { reportForgery } from '@/lib/phone/site/report-forgery';
import { MINUTE } from '@/lib/shared/time/duration';
import type { LoadSite } from '../support/load/load-site';
import type { Cell, Outcome } from './cell';
import { peopleFor, phoneCells, type PhoneTrial } from './phone-cells';
import type { PhoneTry } from './terminal-phone';

const CALLS = ['authenticator/forged-images'] as const satisfies PhoneCall[];

/** A network reports ten forged images in this time, and all phones here are in one. */
const WINDOW_MS = 15 * MINUTE;

const EVENTS = 500;

/** People whom the cells take, who only have to exist: one for each try. */
export const FORGED_PEOPLE = peopleFor(CALLS);

/** The report of a forged image by every fault, one after the other, because the limit on them is waited for by the clock. */
export async function forgedReportCells(site: LoadSite): Promise<Cell[]> {
  const { key } = await site.server.ask<'add-service-account'>({
    kind: 'add-service-account',
    name: 'SIEM',
    scopes: ['audit:read'],
    requestsPerMinute: 6_000,
    returnAddresses: [],
  });
  const api = apiClient({ url: site.server.url, key });
  return phoneCells(CALLS, site.people, 1, async () => {
    site.server.clock.advance(WINDOW_MS);
    return new ForgedReport(await PhoneLine.open(site.server.url), api);
  });
}

/** One report, which names somebody whom no other names. */
class ForgedReport implements PhoneTrial {
  readonly #line: PhoneLine;
  readonly #api: ApiClient;
  readonly #userId = crypto.randomUUID();

  constructor(line: PhoneLine, api: ApiClient) {
    this.#line = line;
    this.#api = api;
  }

  once(call: PhoneCall, wrong: Fault): void {
    this.#line.faults.once(call, wrong);
  }

  always(call: PhoneCall, wrong: Fault): void {
    this.#line.faults.set(call, wrong);
  }

  async attempt(): Promise<PhoneTry> {
    const report = { forgery: 'wrong-signature', keyId: '0badcafe', userId: this.#userId } as const;
    const isHeard = await reportForgery(this.#line.url, report);
    return { isDone: isHeard, words: reportLine(isHeard) };
  }

  async outcome({ isDone, words }: PhoneTry): Promise<Outcome> {
    const { body } = await this.#api('GET', '/events', { query: { after: 0, limit: EVENTS } });
    const records = body.events.filter(({ details }) => details['claimedUserId'] === this.#userId).length;
    await this.#line.faults.clear();
    const kept = records === 0 ? 'no record' : records === 1 ? 'one record' : `${records} records`;
    const later = isDone ? 'nothing is left to do' : await this.#tryAgain();
    return { person: 'is not asked', phone: words, kept, later };
  }

  async #tryAgain(): Promise<string> {
    const { isDone, words } = await this.attempt();
    if (!isDone) throw new Error(`the next try does not help: ${words}`);
    return 'the next forged image is reported';
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#line.close();
  }
}
