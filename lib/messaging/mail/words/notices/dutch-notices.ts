import type { NoticeWords } from './write-notice';

export const DUTCH_NOTICES: NoticeWords = {
  changes: {
    'device-removed': {
      subject: 'Er is een toestel verwijderd',
      text: 'Met dit toestel kan nooit meer namens u worden ingelogd.',
    },
    'device-locked': {
      subject: 'Er is een toestel geblokkeerd',
      text: 'Met dit toestel kan niet namens u worden ingelogd tot het wordt gedeblokkeerd.',
    },
    'device-unlocked': {
      subject: 'Er is een toestel gedeblokkeerd',
      text: 'Met dit toestel kan weer namens u worden ingelogd.',
    },
    'device-restored': {
      subject: 'Uw oude toestel is teruggehaald',
      text: 'Het vervangen is ongedaan gemaakt. Met het oude toestel kan weer namens u worden ingelogd.',
    },
    'password-changed': {
      subject: 'Uw wachtwoord is gewijzigd',
      text: 'U bent in alle andere browsers uitgelogd.',
    },
    'password-turned-off': {
      subject: 'Uw wachtwoord is uitgeschakeld',
      text: 'Met uw wachtwoord kan niet meer namens u worden ingelogd, met uw passkeys wel.',
    },
    'password-turned-on': {
      subject: 'Uw wachtwoord is weer ingeschakeld',
      text: 'Met uw wachtwoord kan voortaan weer namens u worden ingelogd.',
    },
    'addresses-changed': {
      subject: 'Uw e-mailadressen zijn gewijzigd',
      text: 'E-mails gaan voortaan naar de nieuwe adressen. Deze gaat ook naar de oude.',
    },
    'phone-numbers-changed': {
      subject: 'Uw telefoonnummers zijn gewijzigd',
      text: 'De helpdesk belt u pas terug op een nieuw nummer als het een week geregistreerd is.',
    },
    'manager-changed': {
      subject: 'Uw geregistreerde leidinggevende is gewijzigd',
      text: 'Een nieuwe leidinggevende kan de helpdesk pas na een week bevestigen dat u het bent.',
    },
    'passkey-added': {
      subject: 'Er is een passkey toegevoegd',
      text: 'Met deze passkey kan voortaan namens u worden ingelogd.',
    },
    'passkey-removed': {
      subject: 'Er is een passkey verwijderd',
      text: 'Met deze passkey kan niet meer namens u worden ingelogd.',
    },
    'recovery-code-made': {
      subject: 'U hebt een nieuwe herstelcode',
      text: 'Samen met uw wachtwoord activeert die één keer een nieuw toestel als u uw telefoon verliest. Een eerdere code werkt niet meer.',
    },
    'recovery-code-used': {
      subject: 'Uw herstelcode is gebruikt',
      text: 'Met de code en uw wachtwoord wordt een nieuw toestel geactiveerd. Elke code werkt één keer: maak een nieuwe zodra het toestel werkt.',
    },
    'new-browser': {
      subject: 'Ingelogd met een nieuwe browser',
      text: 'We hebben deze browser nog niet eerder bij uw account gezien. Dat geldt ook voor een privévenster en voor een browser waarvan de cookies zijn verwijderd.',
    },
    'one-time-passwords-guessed': {
      subject: 'Iemand heeft namens u verkeerde codes ingevoerd',
      text: 'Om een wijziging van uw account te bevestigen, zijn achter elkaar vijf verkeerde eenmalige wachtwoorden ingevoerd. Wie dat deed, heeft uw wachtwoord of leest uw e-mail.',
    },
    frozen: {
      subject: 'Uw account is bevroren',
      text: 'Uw toestellen zijn geblokkeerd, u bent overal uitgelogd en er kan niets nieuws worden geactiveerd. Alleen de helpdesk kan dit ongedaan maken.',
    },
  },
  hello: (displayName) => `Beste ${displayName},`,
  labels: {
    userId: 'Gebruikersnaam',
    device: 'Toestel',
    passkey: 'Passkey',
    time: 'Tijd',
    browser: 'Browser',
    network: 'Netwerk',
    by: 'Gedaan door',
  },
  by: { user: 'uw account', helpdesk: 'de helpdesk', site: 'deze site' },
  notMe: 'Dit was ik niet',
  closing: [
    'Was u het, of hebt u erom gevraagd? Dan hoeft u niets te doen.',
    'Zo niet, kies ‘Dit was ik niet’: die pagina zegt hoe u een vreemde buitensluit. De helpdesk kan dat ook.',
  ],
};
