import type { devices as german } from '../german/devices';

export const devices: Record<keyof typeof german, string> = {
  'One step left to replace {oldDevice}': 'Encore une étape pour remplacer {oldDevice}',
  'This device has replaced {oldDevice}': 'Cet appareil a remplacé {oldDevice}',
  '{newDevice} has replaced this device': '{newDevice} a remplacé cet appareil',
};
