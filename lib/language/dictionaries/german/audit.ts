export const audit = {
  'Search records': 'Einträge durchsuchen',
} as const;
