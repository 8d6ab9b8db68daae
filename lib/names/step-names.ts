/** What a screen reader says before a step of any progress. */
export const stepNames = {
  done: 'Done:',
  current: 'Now:',
  upcoming: 'To do:',
} as const;
