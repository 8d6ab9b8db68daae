import type { administration as german } from '../german/administration';

export const administration: Record<keyof typeof german, string> = {
  'Give the role {role}': 'Rol {role} geven',
  'Request the role {role}': 'Rol {role} aanvragen',
  'Take away the role {role}': 'Rol {role} intrekken',
  'Yes, delete {userId}': 'Ja, {userId} verwijderen',
};
