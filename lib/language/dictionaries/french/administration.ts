import type { administration as german } from '../german/administration';

export const administration: Record<keyof typeof german, string> = {
  'Give the role {role}': 'Donner le rôle {role}',
  'Request the role {role}': 'Demander le rôle {role}',
  'Take away the role {role}': 'Retirer le rôle {role}',
  'Yes, delete {userId}': 'Oui, supprimer {userId}',
};
