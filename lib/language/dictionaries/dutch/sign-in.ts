import type { signIn as german } from '../german/sign-in';

export const signIn: Record<keyof typeof german, string> = {
  'Back to {name}': 'Terug naar {name}',
  'Continue with {provider}': 'Doorgaan met {provider}',
  'You were signed out after a minute without activity.': 'U bent na een minuut zonder activiteit uitgelogd.',
  'You were signed out after {count} minutes without activity.':
    'U bent na {count} minuten zonder activiteit uitgelogd.',
  'You’re signed in as {userId}. When you’re done, you go back to {host}.':
    'U bent ingelogd als {userId}. Als u klaar bent, gaat u terug naar {host}.',
  '{name} sent you here to activate a phone': '{name} heeft u hierheen gestuurd om een telefoon te activeren',
};
