/** `/` */
export const devicesNames = {
  heading: 'Your devices',
  activate: 'Activate a device',
  devices: 'Devices',
} as const;
