import type { phone as german } from '../german/phone';

export const phone: Record<keyof typeof german, string> = {
  'Issued by {origin}': 'Émis par {origin}',
  'PIN for {account}': 'Code PIN de {account}',
  'Remove this notice about {account}': 'Supprimer cet avis concernant {account}',
  'Settings of {account}': 'Réglages de {account}',
  'Show the one-time password for {account}': 'Afficher le mot de passe à usage unique de {account}',
};
