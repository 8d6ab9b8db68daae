import type { ReplacementFact } from '@/lib/audit/facts/device-facts';
import type { Voice } from './voice';

/** What a person did to replace a device. @param voice to whom it is told */
export function replacementText(event: ReplacementFact, { did }: Voice): string {
  switch (event.type) {
    case 'replacement-started':
      return did(`began to replace device ${event.instanceId}`);
    case 'replacement-cancelled':
      return `Replacing device ${event.instanceId} was given up`;
    case 'device-retired':
      return `Device ${event.newInstanceId} took the place of device ${event.instanceId}`;
    case 'replacement-undone':
      return did(`brought device ${event.instanceId} back`);
    case 'replacement-finished':
      return `Device ${event.instanceId} was removed, a day after it had been replaced`;
    case 'replacement-stopped':
      return `Device ${event.instanceId} is kept: its replacement was reported`;
  }
}
