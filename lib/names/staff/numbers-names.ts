/** `/helpdesk/numbers` */
export const numbersNames = {
  heading: 'Numbers',
  unfinished: 'Unfinished activations today',
  chart: 'Activation funnel: {steps}',
  period: 'Period',
  today: 'Today',
  days: '{days} days',
  exportCsv: 'Export as CSV',
  exportJsonLines: 'Export as JSON lines',
} as const;
