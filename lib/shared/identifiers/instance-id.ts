/** The vendor's name for a device instance: `VDS1000042-1` (OneSpan §7.5). */
export function formatInstanceId(serialNumber: string, sequenceNumber: number): string {
  return `${serialNumber}-${sequenceNumber}`;
}

/** @returns null when the text is not an instance identifier */
export function parseInstanceId(text: string): { serialNumber: string; sequenceNumber: number } | null {
  const match = /^([A-Z0-9]{3}\d{7})-([1-9]\d{0,8})$/.exec(text);
  return match?.[1] && match[2] ? { serialNumber: match[1], sequenceNumber: Number(match[2]) } : null;
}
