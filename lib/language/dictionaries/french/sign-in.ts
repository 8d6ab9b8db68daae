import type { signIn as german } from '../german/sign-in';

export const signIn: Record<keyof typeof german, string> = {
  'Back to {name}': 'Retour à {name}',
  'Continue with {provider}': 'Continuer avec {provider}',
  'You were signed out after a minute without activity.': 'Vous avez été déconnecté après une minute d’inactivité.',
  'You were signed out after {count} minutes without activity.':
    'Vous avez été déconnecté après {count} minutes d’inactivité.',
  'You’re signed in as {userId}. When you’re done, you go back to {host}.':
    'Vous êtes connecté en tant que {userId}. Une fois terminé, vous reviendrez à {host}.',
  '{name} sent you here to activate a phone': '{name} vous a envoyé ici pour activer un téléphone',
};
