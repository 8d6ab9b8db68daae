import type { ActivationLimits } from '../../devices/authenticator-instance';
import type { DigipassRecord } from './digipass-record';

/** The licences of a person that devices can be activated with; hardware has no limit of activations (OneSpan §4.3). */
export function licencesIn(records: DigipassRecord[]): DigipassRecord[] {
  return records.filter(({ instanceOf, maximumActivations }) => instanceOf === null && maximumActivations !== null);
}

/** Device instances that can be used, of a licence or of all. */
export function instancesIn(records: DigipassRecord[], licence?: DigipassRecord): DigipassRecord[] {
  return records.filter(
    ({ instanceOf, isExpired }) =>
      instanceOf && !isExpired && (!licence || instanceOf.serialNumber === licence.serialNumber),
  );
}

/**
 * Whether a licence has no activation left. Whether devices that are there count, or activations that were ever begun, is
 * documented in both ways (OneSpan §4.3, §7.3), so that either may use it up.
 */
export function isUsedUp(licence: DigipassRecord, records: DigipassRecord[]): boolean {
  const { maximumActivations: maximum, activationCount } = licence;
  if (maximum === null || maximum === 0) return false;
  return instancesIn(records, licence).length >= maximum || activationCount >= maximum;
}

/** Devices of all licences together; a limit of 0 when any of them has none. */
export function limitsOf(records: DigipassRecord[]): ActivationLimits {
  const limits = licencesIn(records).map(({ maximumActivations }) => maximumActivations ?? 0);
  const isUnlimited = limits.includes(0);
  return {
    used: instancesIn(records).length,
    limit: isUnlimited ? 0 : limits.reduce((sum, limit) => sum + limit, 0),
  };
}
