export const signIn = {
  'Back to {name}': 'Zurück zu {name}',
  'Continue with {provider}': 'Weiter mit {provider}',
  'You were signed out after a minute without activity.': 'Sie wurden nach einer Minute ohne Aktivität abgemeldet.',
  'You were signed out after {count} minutes without activity.':
    'Sie wurden nach {count} Minuten ohne Aktivität abgemeldet.',
  'You’re signed in as {userId}. When you’re done, you go back to {host}.':
    'Sie sind als {userId} angemeldet. Wenn Sie fertig sind, kehren Sie zu {host} zurück.',
  '{name} sent you here to activate a phone': '{name} hat Sie hierher geschickt, um ein Telefon zu aktivieren',
} as const;
