import { generateActivationId } from '../../shared/identifiers/activation-id';
import type { RegisterRefusal } from '../../activation/activation-gateway';
import type { GatewayError } from '../../activation/gateway-error';
import type { Config } from '../../config/config';
import type { OneSpanServerConfig } from '../../config/sections/onespan-server-config';
import { openOneSpanServer } from '../composition/open-onespan-server';
import { systemClock } from '../../shared/time/clock';
import { systemRandom } from '../../shared/random';
import { reasonOf } from './explain-gateway-error';
import { failed, ok, skipped, type Check } from './finding';
import type { LogOnMemory } from './log-on-checks';

/** An account made for tests. */
export type TestPerson = { userId: string; password: string };

const FIXES: Record<RegisterRefusal, string> = {
  'credential-refused': 'Look at the password, at whether the account is locked, and at the policy of the component.',
  'activation-limit-reached': 'Reset the activations of the licence of this person, or assign another one.',
  'no-licence': 'Assign a licence to this person, or let the policy assign one.',
  'refused-by-gateway': 'Look at the audit log of the server for the reason.',
};

/**
 * Starts an activation as the site does, and does not finish it. It needs an existing account, because an unknown one
 * may change something: a policy may create accounts and assign licences (OneSpan §4.2).
 */
export function registrationCheck(
  config: Config,
  server: OneSpanServerConfig,
  person: TestPerson | null,
  memory: LogOnMemory,
): Check {
  return {
    name: 'registration',
    needs: null,
    async run() {
      if (!person) return skipped('it is not harmless for certain (OneSpan §4.2); --help tells how to try one');
      if (memory.isRefused) return skipped('the service user is refused');
      const { userId, password } = person;
      const failures: GatewayError[] = [];
      const events = { onFailure: (failure: GatewayError) => void failures.push(failure), onCircuit: () => {} };
      const gateway = openOneSpanServer(config, server, systemClock, events, null);
      try {
        const id = generateActivationId(systemRandom);
        const registered = await gateway.activation.register({ userId, domain: config.domain }, id, password);
        if (registered.ok) return ok(`started for ${userId}; nobody finishes it`);
        const reasons = [registered.refusal, ...failures.map(reasonOf)].join('; ');
        return failed(`refused for ${userId} (${reasons})`, FIXES[registered.refusal]);
      } finally {
        await gateway.close();
      }
    },
  };
}
