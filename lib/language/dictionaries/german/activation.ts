export const activation = {
  'Activation image': 'Aktivierungsbild',
} as const;
