import type { activation as german } from '../german/activation';

export const activation: Record<keyof typeof german, string> = {
  'Activation image': 'Image d’activation',
};
