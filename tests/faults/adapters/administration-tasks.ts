import { refusalWords } from '@/components/site/forms/refusal-words';
import { explainGatewayError } from '@/lib/server/doctor/explain-gateway-error';
import { privilegeCheck } from '@/lib/server/doctor/privilege-check';
import { GatewayError } from '@/lib/activation/gateway-error';
import { Administration } from '@/lib/gateways/onespan-server/administration/administration';
import { AdministrationSession } from '@/lib/gateways/onespan-server/administration/administration-session';
import { SoapClient } from '@/lib/gateways/onespan-server/soap/soap-client';
import { Connection } from '@/lib/gateways/transport/connection';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import type { Message } from '@/lib/shared/language/t';
import { settingsFor } from '../../support/onespan/open-onespan-adapter';
import type { AdapterTask, Tried } from './adapter-task';

const UNLOCKED = '{name} is unlocked.' satisfies Message;
const RESET = 'digipassapplExecute DIGIPASSAPPLCMD_RESET_ERROR_COUNT';

const unlock: AdapterTask = {
  name: 'Unlock a device',
  calls: { 'onespan-server': ['digipassExecute DIGIPASSCMD_VIEW', RESET] },
  async begin(site, gateway) {
    const owner = site.addPerson();
    const { instanceId } = await site.activate(owner);
    site.oneSpan.calls.clear();
    return {
      async attempt(): Promise<Tried> {
        const unlocked = await gateway.directory.unlock(instanceId);
        if (unlocked.ok) return { isDone: true, words: UNLOCKED.replace('{name}', 'Phone') };
        return { isDone: false, words: refusalWords(unlocked.refusal) };
      },
      failing: refusalWords('gateway-unreachable'),
      // The stand-in counts no wrong codes of a device.
      kept: () => (site.oneSpan.calls.count(RESET) > 0 ? 'the server was asked' : 'the server was not asked'),
    };
  },
};

const readPrivileges: AdapterTask = {
  name: 'Look at what the service user may do, by the doctor',
  calls: {
    'onespan-server': [
      'userExecute USERCMD_GET_PERMISSION',
      'userExecute USERCMD_GET_ASSIGNED_ADMIN_ROLES',
      'adminRoleQuery',
    ],
  },
  options: { privilegesBy: 'role' },
  async begin({ oneSpan }) {
    const settings = settingsFor(oneSpan);
    const connection = new Connection({ ...settings, ...CALL_LIMITS }, () => {});
    const soap = new SoapClient(connection);
    const session = new AdministrationSession(soap, settings.serviceUser, oneSpan.clock);
    const check = privilegeCheck(new Administration(soap, session, settings.fieldNames), settings, 'example.org');
    return {
      async attempt() {
        const { verdict } = await check.run().catch((error: unknown) => {
          if (error instanceof GatewayError) return explainGatewayError(error);
          throw error;
        });
        return { isDone: verdict === 'ok', words: `The doctor says “${verdict}”.` };
      },
      failing: '',
      kept: () => 'nothing to keep',
      close: async () => connection.close(),
    };
  },
};

/** What the site asks of the server’s administration, beside what is somebody’s. */
export const ADMINISTRATION_TASKS: readonly AdapterTask[] = [unlock, readPrivileges];
