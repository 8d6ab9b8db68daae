import type { audit as german } from '../german/audit';

export const audit: Record<keyof typeof german, string> = {
  'Search records': 'Rechercher des enregistrements',
};
