import { parseInstanceId } from '../../shared/identifiers/instance-id';

/** A user's devices when an activation was registered. */
export type Baseline = {
  /** Of the activation's licence. */
  serialNumber: string;
  /** Its device instances, by serial number with sequence number. */
  instances: string[];
};

export function captureBaseline(serialNumber: string, authenticators: string[]): Baseline {
  return { serialNumber, instances: instancesOf(serialNumber, authenticators) };
}

/** @returns null without a baseline */
export function readBaseline(text: string | null): Baseline | null {
  return text === null ? null : (JSON.parse(text) as Baseline);
}

/**
 * The device that was added since; null when there is none. Where the cloud lists no instances at all it is the
 * licence, because completing the activation matters more than the device's name.
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
