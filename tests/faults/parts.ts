import { chromium, type Browser } from '@playwright/test';
import { findPostgresql } from '../support/databases/find-postgresql';
import { startThrowAwayPostgresql } from '../support/databases/throw-away-postgresql';
import { pageBrowserOptions } from '../support/browser/browser-options';
import { PushService } from '@/lib/kit/push/push-service';
import { LoadSite } from '../support/load/load-site';
import { adapterCells } from './adapters/adapter-cells';
import type { Cell } from './cell';
import { gatewayCells } from './gateway-cells';
import { BEHIND_A_PROXY } from './open-page';
import { FORGED_PEOPLE, forgedReportCells } from './forged-reports';
import { ACTIVATION_PEOPLE, phoneActivationCells } from './phone-activations';
import { ERRAND_PEOPLE, phoneErrandCells } from './phone-errands';
import { phoneSignInCells, SIGN_IN_PEOPLE } from './phone-sign-ins';
import { processCells } from './process-cells';
import { NOTIFIED_PEOPLE, notifiedCells } from './push-services';
import { PUSHED_PEOPLE, pushedSignInCells } from './pushed-sign-ins';
import { STAYING_PEOPLE, stayingCells } from './staying-errands';

/** Rows that are made in the same way. */
export type Part = { title: string; about: string; run: () => Promise<Cell[]> };

const WITHOUT_PAGES =
  'Made by the site’s own code for its gateway before a stand-in for the vendor’s, on a connection that has been used before, with no page open: “Page” is the sentence that the pages have for the answer.';

export const PARTS: Record<string, Part> = {
  activation: {
    title: 'Activating: the phone’s calls',
    about:
      'Between the phone and the embedded gateway. “Once” is one spoilt call, the rest a call that is spoilt until somebody puts it right.',
    run: () => withSite(ACTIVATION_PEOPLE, (site, browser) => phoneActivationCells(site, browser, [...site.people])),
  },
  'sign-in': {
    title: 'Signing in: the phone’s calls',
    about: 'Between the phone and the embedded gateway, after the image on the sign-in page was scanned.',
    run: () => withSite(SIGN_IN_PEOPLE, (site, browser) => phoneSignInCells(site, browser, [...site.people])),
  },
  pushed: {
    title: 'Signing in by a request that is sent: the phone’s calls',
    about: 'Between the phone and the embedded gateway, after “Send to my phone”.',
    run: () => withSite(PUSHED_PEOPLE, (site, browser) => pushedSignInCells(site, browser, [...site.people])),
  },
  errands: {
    title: 'Between activations and sign-ins: the phone’s calls',
    about:
      'Turning notifications on, asking what waits, comparing clocks, freezing everything, and reporting a forged image. A link on the same device is no row: its ticket is redeemed by the browser that made it, with its session, and whatever goes wrong leaves the link as one whose origin is not proved.',
    run: async () => [
      ...(await withSite(ERRAND_PEOPLE, (site, browser) => phoneErrandCells(site, browser, [...site.people]))),
      ...(await withSite(FORGED_PEOPLE, (site) => forgedReportCells(site))),
    ],
  },
  staying: {
    title: 'Staying, and being reached: the phone’s calls',
    about:
      'What the app tells the site of its browser, the marks by which an emptied browser knows what it held, notifications of a closed app, and the copy of a phone’s key.',
    run: () =>
      withPushServices(1, ([service], env) => {
        if (!service) throw new RangeError('no push service');
        return withSite(STAYING_PEOPLE, (site, browser) => stayingCells(site, browser, [...site.people], service), env);
      }),
  },
  push: {
    title: 'Reaching a phone whose app is closed: the site’s call to a push service',
    about:
      'Between the site and the push service of the phone’s browser, for a sign-in that is sent to the phone. “Once” is the first push message of a request, the rest all of them.',
    run: () =>
      withPushServices(NOTIFIED_PEOPLE, (services, env) =>
        withSite(NOTIFIED_PEOPLE, (site, browser) => notifiedCells(site, browser, site.people, services), env),
      ),
  },
  processes: {
    title: 'Activating: the processes behind the calls',
    about: 'A process is taken away while the phone’s call is on its way, and comes back. One server, PostgreSQL.',
    run: async () => {
      const programs = findPostgresql();
      if (!programs) throw new Error('PostgreSQL is not installed');
      const postgresql = await startThrowAwayPostgresql(programs);
      try {
        return await withBrowser((browser) => processCells(postgresql, browser));
      } finally {
        postgresql.stop();
      }
    },
  },
  'onespan-server': {
    title: 'At OneSpan Authentication Server: the site’s calls',
    about: 'Between the site and a stand-in for the vendor’s server, for each thing that a person does.',
    run: () => gatewayCells('onespan-server'),
  },
  'onespan-cloud': {
    title: 'At OneSpan Cloud Authentication: the site’s calls',
    about: 'Between the site and a stand-in for the vendor’s cloud.',
    run: () => gatewayCells('onespan-cloud'),
  },
  'onespan-server-adapters': {
    title: 'At OneSpan Authentication Server: further calls',
    about: `For what an organisation may switch on. ${WITHOUT_PAGES}`,
    run: () => adapterCells('onespan-server'),
  },
  'onespan-cloud-adapters': {
    title: 'At OneSpan Cloud Authentication: further calls',
    about: `For what an organisation may switch on. ${WITHOUT_PAGES}`,
    run: () => adapterCells('onespan-cloud'),
  },
};

type Environment = Record<string, string>;

/** @param run with what the site has to be told of them */
async function withPushServices(
  count: number,
  run: (services: PushService[], env: Environment) => Promise<Cell[]>,
): Promise<Cell[]> {
  const services = await Promise.all(Array.from({ length: count }, () => PushService.open()));
  try {
    return await run(services, { TESSERA_PUSH_HOSTS: services.map(({ url }) => new URL(url).host).join(',') });
  } finally {
    await Promise.all(services.map((service) => service.close()));
  }
}

function withSite(
  people: number,
  run: (site: LoadSite, browser: Browser) => Promise<Cell[]>,
  env: Environment = {},
): Promise<Cell[]> {
  return withBrowser(async (browser) => {
    const site = await LoadSite.open({ people, env: { ...BEHIND_A_PROXY, ...env } });
    try {
      return await run(site, browser);
    } finally {
      await site.close();
    }
  });
}

async function withBrowser(run: (browser: Browser) => Promise<Cell[]>): Promise<Cell[]> {
  const browser = await chromium.launch(pageBrowserOptions());
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}
