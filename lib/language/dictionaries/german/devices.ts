export const devices = {
  'One step left to replace {oldDevice}': 'Noch ein Schritt, um {oldDevice} zu ersetzen',
  'This device has replaced {oldDevice}': 'Dieses Gerät hat {oldDevice} ersetzt',
  '{newDevice} has replaced this device': '{newDevice} hat dieses Gerät ersetzt',
} as const;
