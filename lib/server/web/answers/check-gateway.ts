import 'server-only';
import type { Part, Services } from '../../composition/compose';
import { cloudChecks } from '../../doctor/cloud-checks';
import { failed, ok, type Check, type Finding } from '../../doctor/finding';
import { relayChecks } from '../../doctor/reach-checks';
import { runChecks } from '../../doctor/run-checks';
import { serverChecks } from '../../doctor/server-checks';

/** What one check saw, in the doctor's words. @property place the server that it was about; null for this site */
export type SeenFinding = { place: string | null; name: string; finding: Finding };

/** What `npm run doctor` looks at without starting an activation: nothing is changed at the gateway. */
export async function checkGateway({ config, checkParts }: Services): Promise<SeenFinding[]> {
  const seen: SeenFinding[] = [];
  const look = (place: string | null, list: readonly Check[]) =>
    runChecks(list, (name, finding) => seen.push({ place, name, finding }));
  const { gateway } = config;
  switch (gateway.kind) {
    case 'embedded':
      await look(null, [ownCheck('database', null, checkParts), ownCheck('gateway', 'database', checkParts)]);
      return seen;
    case 'onespan-cloud':
      await look(gateway.url, cloudChecks(config, gateway, null));
      return seen;
    case 'onespan-server': {
      const memory = { isRefused: false };
      for (const url of gateway.urls) await look(url, serverChecks(url, gateway, config, memory));
      if (gateway.relay) await look(gateway.relay.url, relayChecks(gateway.relay));
      return seen;
    }
  }
}

/** A part of this process, which the doctor could only look at while the site is stopped. */
function ownCheck(name: Part, needs: Part | null, checkParts: Services['checkParts']): Check {
  return {
    name,
    needs,
    run: async () => {
      const [checked] = await checkParts([name]);
      return checked?.problem === null
        ? ok('answers')
        : failed('does not answer', 'Look at the log of this site, which says why.');
    },
  };
}
