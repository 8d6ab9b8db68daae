/** `/helpdesk/audit` */
export const auditNames = {
  search: 'Search records',
  from: 'From',
  to: 'To',
  event: 'Event',
  aboutUser: 'About user',
  doneBy: 'Done by',
  show: 'Show records',
  records: 'Records',
  filters: 'Filters',
  older: 'Older',
  newer: 'Newer',
  /** Its verdict is a status with the count and the last hash, or the broken record. */
  verify: 'Verify audit log',
  exportCsv: 'Export as CSV',
  exportJsonLines: 'Export as JSON lines',
} as const;
