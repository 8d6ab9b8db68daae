import type { DigipassRecord } from '../administration/digipass-record';

/** A user's devices when an activation was registered, to find those added since (OneSpan §4.4). */
export type Baseline = {
  /** Device instances, by serial number with sequence number. */
  instances: string[];
  /** Planned end of each licence's running grace period: serial number to ISO 8601. */
  gracePeriods: Record<string, string>;
};

export function captureBaseline(records: DigipassRecord[]): Baseline {
  const running = records.filter((record) => isLicence(record) && !record.isGracePeriodOver);
  return {
    instances: records.filter(({ instanceOf }) => instanceOf).map(({ serialNumber }) => serialNumber),
    gracePeriods: Object.fromEntries(
      running.flatMap(({ serialNumber, gracePeriodEndsAt: endsAt }) =>
        endsAt === null ? [] : [[serialNumber, endsAt.toISOString()]],
      ),
    ),
  };
}

/** @returns null without a baseline */
export function readBaseline(text: string | null): Baseline | null {
  return text === null ? null : (JSON.parse(text) as Baseline);
}

function isLicence({ instanceOf, maximumActivations }: DigipassRecord): boolean {
  return instanceOf === null && maximumActivations !== null;
}
