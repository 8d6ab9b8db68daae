import type { phone as german } from '../german/phone';

export const phone: Record<keyof typeof german, string> = {
  'Issued by {origin}': 'Uitgegeven door {origin}',
  'PIN for {account}': 'Pincode voor {account}',
  'Remove this notice about {account}': 'Deze melding over {account} verwijderen',
  'Settings of {account}': 'Instellingen van {account}',
  'Show the one-time password for {account}': 'Eenmalig wachtwoord voor {account} tonen',
};
