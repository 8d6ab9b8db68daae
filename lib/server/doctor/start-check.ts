import { isGraceRunning } from '../../gateways/onespan-server/devices/delay-of';
import type { Clock } from '../../shared/time/clock';
import type { AssignedRecords } from './completion-check';
import { ok, skipped, warning, type Check } from './finding';

/**
 * Whom a start time locks out, and whom it will: an activation ends the grace period in which a password would do, while
 * the device works later (OneSpan §4.6).
 */
export function startCheck(assigned: AssignedRecords, clock: Clock): Check {
  return {
    name: 'start times',
    needs: 'completion',
    async run() {
      const records = (await assigned()) ?? [];
      if (records.length === 0) return skipped('no DIGIPASS is assigned');
      const now = clock.now();
      const later = records.filter(({ startsAt }) => startsAt !== null && startsAt > now);
      const lockedOut = later.filter(({ instanceOf, isGracePeriodOver }) => instanceOf && isGracePeriodOver);
      const toCome = later.filter((record) => isGraceRunning(record, now));
      if (lockedOut.length > 0 || toCome.length > 0)
        return warning(
          `devices that work later, and whose grace period is over: ${lockedOut.length}; licences whose activation will end a grace period before the device works: ${toCome.length}`,
          'Set their start (“Valid From”) to now at the server. Until then neither password nor device signs these people in.',
        );
      return ok(`nobody waits for a device without a password (${records.length} DIGIPASS looked at)`);
    },
  };
}
