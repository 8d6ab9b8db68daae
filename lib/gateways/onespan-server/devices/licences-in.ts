import type { ActivationLimits } from '../../../devices/authenticator-directory';
import type { DigipassRecord } from '../administration/digipass-record';

/** A user's licences that can activate devices; hardware has no activation limit (OneSpan §4.3). */
export function licencesIn(records: readonly DigipassRecord[]): DigipassRecord[] {
  return records.filter(({ instanceOf, maximumActivations }) => instanceOf === null && maximumActivations !== null);
}

/** Usable device instances, of a licence or of all. */
export function instancesIn(records: readonly DigipassRecord[], licence?: DigipassRecord): DigipassRecord[] {
  return records.filter(
    ({ instanceOf, isExpired }) =>
      instanceOf && !isExpired && (!licence || instanceOf.serialNumber === licence.serialNumber),
  );
}

/**
 * Whether a licence has no activation left. The documentation counts existing devices in one place and all activations
 * ever started in another (OneSpan §4.3, §7.3), so either can use it up.
 */
export function isUsedUp(licence: DigipassRecord, records: DigipassRecord[]): boolean {
  const { maximumActivations: maximum, activationCount } = licence;
  if (maximum === null || maximum === 0) return false;
  return instancesIn(records, licence).length >= maximum || activationCount >= maximum;
}

/** Totals of all licences; a limit of 0 when any of them has none. */
export function limitsOf(records: DigipassRecord[]): ActivationLimits {
  const limits = licencesIn(records).map(({ maximumActivations }) => maximumActivations ?? 0);
  const isUnlimited = limits.includes(0);
  return {
    used: instancesIn(records).length,
    limit: isUnlimited ? 0 : limits.reduce((sum, limit) => sum + limit, 0),
  };
}
