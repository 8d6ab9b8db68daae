import type { devices as german } from '../german/devices';

export const devices: Record<keyof typeof german, string> = {
  'One step left to replace {oldDevice}': 'Nog één stap om {oldDevice} te vervangen',
  'This device has replaced {oldDevice}': 'Dit toestel heeft {oldDevice} vervangen',
  '{newDevice} has replaced this device': '{newDevice} heeft dit toestel vervangen',
};
