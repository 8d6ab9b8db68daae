import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { setTimeout as delay } from 'node:timers/promises';
import { isUnchangedStatus } from '@/components/site/following/followed-kind';
import { isPendingState } from '@/lib/activation/activation';
import { SECOND } from '@/lib/shared/time/duration';
import { FakePhone } from '../../support/doubles/fake-phone';
import { HttpGateway } from '../../support/load/http-gateway';
import { LoadPage } from '../../support/load/load-page';
import { LoadSite } from '../../support/load/load-site';
import { payloadOfLink } from '../../support/phones/payload-of-link';

const PHONES = 12;
const CONNECTIONS = 4;
const STOPS = 2;

/** Repeats what the site did not answer, as people do with "Try again". What was refused is not repeated. */
async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const isAway = error instanceof Error && 'code' in error;
      const isStarting = error instanceof Error && 'status' in error && error.status === 503;
      if (!isAway && !isStarting) throw error;
      await delay(50);
    }
  }
}

test(
  'threat: an answer lost on the way — a site stopped during activations has answered each call it carried out',
  { tag: '@all' },
  async () => {
    const site = await LoadSite.open({ people: PHONES });
    try {
      const { client, server, people } = site;
      const [first] = people;
      if (!first) throw new TypeError('nobody is there');
      const action = await new LoadPage(client, first).findStartAction();
      let connections = 0;
      const waits: (number | null)[] = [];

      /** @returns the state that the page ends with */
      const activate = async (page: LoadPage): Promise<string> => {
        const id = await page.start(action);
        const shown = await page.credentials(id);
        if (shown.activationType !== 'online' || !shown.ownApp) throw new TypeError('there is no image for the app');
        const phone = new FakePhone(new HttpGateway(client), payloadOfLink(shown.ownApp.link));
        const followed = follow(page, id);
        for (let done = 0; done < CONNECTIONS; done++) {
          expect(await untilAnswered(() => phone.step()), `connection ${done + 1}`).toBe('done');
          connections++;
        }
        return followed;
      };
      const follow = async (page: LoadPage, id: string): Promise<string> => {
        for (let after = -1; ;) {
          const status = await untilAnswered(() => page.status(id, after));
          // As it is answered when nothing has moved: here only because the site stops.
          if (isUnchangedStatus(status)) {
            if (status.retryAfterMs !== null) waits.push(status.retryAfterMs);
            continue;
          }
          if (!isPendingState(status.state)) return status.state;
          after = status.version;
        }
      };

      const activations = Promise.all(people.map((person) => activate(new LoadPage(client, person))));
      activations.catch(() => {});
      for (let stops = 1; stops <= STOPS; stops++) {
        const enough = (stops * PHONES * CONNECTIONS) / (STOPS + 1);
        await expect.poll(() => connections, { intervals: [5] }).toBeGreaterThanOrEqual(enough);
        await server.restart();
      }
      expect(await activations).toEqual(Array.from({ length: PHONES }, () => 'active'));
      expect(waits.length).toBeGreaterThan(0);
      for (const wait of waits) expect(wait).toBeLessThanOrEqual(2 * SECOND);
    } finally {
      await site.close();
    }
  },
);
