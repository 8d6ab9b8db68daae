import type { DigipassRecord } from './digipass-record';

/** What a person had when an activation was registered, to tell what has come since (OneSpan §4.4). */
export type Baseline = {
  /** Device instances, by serial number with sequence number. */
  instances: string[];
  /** When the grace period of each licence that had one running was to end: serial number to ISO 8601. */
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

/** @returns null when it is not known what there was */
export function readBaseline(text: string | null): Baseline | null {
  return text === null ? null : (JSON.parse(text) as Baseline);
}

function isLicence({ instanceOf, maximumActivations }: DigipassRecord): boolean {
  return instanceOf === null && maximumActivations !== null;
}
