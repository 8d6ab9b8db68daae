import { parseInstanceId } from '../../shared/identifiers/instance-id';

/** What a person had when an activation was registered. */
export type Baseline = {
  /** Of the licence that the activation uses. */
  serialNumber: string;
  /** Its device instances, by serial number with sequence number. */
  instances: string[];
};

export function captureBaseline(serialNumber: string, authenticators: string[]): Baseline {
  return { serialNumber, instances: instancesOf(serialNumber, authenticators) };
}

/** @returns null when it is not known what there was */
export function readBaseline(text: string | null): Baseline | null {
  return text === null ? null : (JSON.parse(text) as Baseline);
}

/**
 * The device that has come since; null when none has. Where the cloud lists no instances at all it is the licence: that an
 * activation has come to its end weighs more than which device it was.
 */
export function newInstance(baseline: Baseline, authenticators: string[]): string | null {
  const { serialNumber, instances } = baseline;
  const listed = instancesOf(serialNumber, authenticators);
  if (listed.length === 0) return serialNumber;
  return listed.findLast((instanceId) => !instances.includes(instanceId)) ?? null;
}

/** In the order of their sequence numbers (OneSpan §7.5). */
function instancesOf(serialNumber: string, authenticators: string[]): string[] {
  return authenticators
    .flatMap((text) => {
      const instance = parseInstanceId(text);
      return instance?.serialNumber === serialNumber ? [{ text, ...instance }] : [];
    })
    .toSorted((left, right) => left.sequenceNumber - right.sequenceNumber)
    .map(({ text }) => text);
}
