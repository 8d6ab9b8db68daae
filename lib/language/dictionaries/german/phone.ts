export const phone = {
  'Issued by {origin}': 'Ausgestellt von {origin}',
  'PIN for {account}': 'PIN für {account}',
  'Remove this notice about {account}': 'Diesen Hinweis zu {account} entfernen',
  'Settings of {account}': 'Einstellungen von {account}',
  'Show the one-time password for {account}': 'Einmalpasswort für {account} anzeigen',
} as const;
