/** `/not-me` */
export const notMeNames = {
  report: 'It wasn’t me',
  reported: 'The device is locked',
} as const;
