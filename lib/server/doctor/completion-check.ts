import { GatewayError } from '../../activation/gateway-error';
import type { Administration } from '../../gateways/onespan-server/administration/administration';
import { askForActivity, completionIn } from '../../gateways/onespan-server/activation/device-activity';
import { toDigipassRecord, type DigipassRecord } from '../../gateways/onespan-server/administration/digipass-record';
import { describeStatus, isNotFound, isSuccess } from '../../gateways/onespan-server/soap/outcome';
import { type Check, failed, ok, warning, type Finding } from './finding';

/** Devices that are looked at until one tells something. */
const SAMPLES = 5;

/** Records of every DIGIPASS that is assigned, as far as one query shows them; null without the privilege. */
export type AssignedRecords = () => Promise<DigipassRecord[] | null>;

/** @returns what asks the server once, however many checks want to know */
export function assignedRecords(administration: Administration): AssignedRecords {
  let records: ReturnType<AssignedRecords> | null = null;
  return () => (records ??= readAssigned(administration));
}

/** By what a finished activation is told, strongest first (OneSpan §4.4). */
export function completionCheck(administration: Administration, assigned: AssignedRecords, isRelayed: boolean): Check {
  const { lastAuthentication: name } = administration.fieldNames;
  return {
    name: 'completion',
    needs: 'log-on',
    async run() {
      const records = await assigned();
      if (records === null)
        return failed('the service user may not look at DIGIPASS', 'Give it the privilege View DIGIPASS.');
      if (isRelayed) return ok('told by the relay, which sees the phone’s last step');
      const devices = records.filter(({ instanceOf }) => instanceOf !== null);
      if (devices.some(({ lastAuthenticatedAt }) => lastAuthenticatedAt !== null))
        return ok(`told by the last authentication of a device (${name})`);
      const activity = await tryActivity(administration, devices);
      return activity.isTold ? ok(activity.words) : inferred(activity.words, name);
    },
  };
}

async function readAssigned(administration: Administration): ReturnType<AssignedRecords> {
  try {
    const rows = await administration.query('digipassQuery', { DIGIPASSFLD_ASSIGN_STATUS: 'Assigned' });
    return rows.map((fields) => toDigipassRecord(fields, administration.fieldNames));
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'refused-credentials') return null;
    throw error;
  }
}

async function tryActivity(
  administration: Administration,
  devices: readonly DigipassRecord[],
): Promise<{ isTold: boolean; words: string }> {
  const may = 'the recent activity of a device may be read';
  const serialNumbers = devices.slice(0, SAMPLES).map(({ serialNumber }) => serialNumber);
  try {
    for (const serialNumber of serialNumbers.length > 0 ? serialNumbers : ['VDS0000000-1']) {
      const { status, entries } = await askForActivity(administration, serialNumber);
      if (!isSuccess(status) && !isNotFound(status))
        return {
          isTold: false,
          words: `its recent activity is refused (${describeStatus('digipassActivityQuery', status)})`,
        };
      if (completionIn(entries, new Date()) !== null) return { isTold: true, words: `told: ${may}` };
    }
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== 'malformed-reply') throw error;
    return { isTold: false, words: 'the server does not know digipassActivityQuery' };
  }
  // Entries are dropped after a time that the server is given, so old devices have none.
  return serialNumbers.length === 0
    ? { isTold: true, words: `told: ${may}, and no device is there to try it on` }
    : { isTold: false, words: `${may}, and no device shows an activation there` };
}

function inferred(why: string, name: string): Finding {
  return warning(
    `inferred from the end of a grace period, because ${why}, and no device has ${name}`,
    'Give the service user the privilege View Recent DIGIPASS Activity, or set ONESPAN_LAST_AUTHENTICATION_FIELD to the name in your server’s WSDL. Where no grace period is set, an activation ends with a test login on its page.',
  );
}
