import type { NoticeWords } from './write-notice';

export const GERMAN_NOTICES: NoticeWords = {
  changes: {
    'device-removed': {
      subject: 'Ein Gerät wurde entfernt',
      text: 'mit diesem Gerät kann man sich nie wieder als Sie anmelden.',
    },
    'device-locked': {
      subject: 'Ein Gerät wurde gesperrt',
      text: 'mit diesem Gerät kann man sich nicht als Sie anmelden, bis es entsperrt wird.',
    },
    'device-unlocked': {
      subject: 'Ein Gerät wurde entsperrt',
      text: 'mit diesem Gerät kann man sich wieder als Sie anmelden.',
    },
    'device-restored': {
      subject: 'Ihr altes Gerät wurde zurückgeholt',
      text: 'das Ersetzen wurde rückgängig gemacht. Mit dem alten Gerät kann man sich wieder als Sie anmelden.',
    },
    'password-changed': {
      subject: 'Ihr Passwort wurde geändert',
      text: 'Sie wurden in allen anderen Browsern abgemeldet.',
    },
    'password-turned-off': {
      subject: 'Ihr Passwort wurde abgeschaltet',
      text: 'mit dem Passwort kann man sich nicht mehr als Sie anmelden, nur noch mit Ihren Passkeys.',
    },
    'password-turned-on': {
      subject: 'Ihr Passwort wurde wieder eingeschaltet',
      text: 'mit dem Passwort kann man sich ab jetzt wieder als Sie anmelden.',
    },
    'addresses-changed': {
      subject: 'Ihre E-Mail-Adressen wurden geändert',
      text: 'E-Mails gehen ab jetzt an die neuen Adressen. Diese geht auch an die alten.',
    },
    'phone-numbers-changed': {
      subject: 'Ihre Telefonnummern wurden geändert',
      text: 'Der Helpdesk ruft Sie unter einer neuen Nummer erst zurück, wenn sie eine Woche eingetragen ist.',
    },
    'manager-changed': {
      subject: 'Ihre eingetragene Führungskraft wurde geändert',
      text: 'Eine neue kann dem Helpdesk nach einer Woche bestätigen, dass Sie es sind.',
    },
    'passkey-added': {
      subject: 'Ein Passkey wurde hinzugefügt',
      text: 'mit diesem Passkey kann man sich ab jetzt als Sie anmelden.',
    },
    'passkey-removed': {
      subject: 'Ein Passkey wurde entfernt',
      text: 'mit diesem Passkey kann man sich nicht mehr als Sie anmelden.',
    },
    'recovery-code-made': {
      subject: 'Sie haben einen neuen Wiederherstellungscode',
      text: 'zusammen mit Ihrem Passwort aktiviert er einmal ein neues Gerät, falls Sie Ihr Telefon verlieren. Ein früherer Code gilt nicht mehr.',
    },
    'recovery-code-used': {
      subject: 'Ihr Wiederherstellungscode wurde verwendet',
      text: 'mit dem Code und Ihrem Passwort wird ein neues Gerät aktiviert. Jeder Code gilt nur einmal: Erstellen Sie einen neuen, sobald das Gerät funktioniert.',
    },
    'new-browser': {
      subject: 'Anmeldung mit einem neuen Browser',
      text: 'diesen Browser haben wir mit Ihrem Konto noch nicht gesehen. Das gilt auch für ein privates Fenster und für einen Browser, dessen Cookies gelöscht wurden.',
    },
    'one-time-passwords-guessed': {
      subject: 'Jemand hat in Ihrem Namen falsche Codes eingegeben',
      text: 'um eine Änderung an Ihrem Konto zu bestätigen, wurden nacheinander fünf falsche Einmalpasswörter eingegeben. Wer das war, hat Ihr Passwort oder liest Ihre E-Mails.',
    },
    frozen: {
      subject: 'Ihr Konto wurde eingefroren',
      text: 'Ihre Geräte sind gesperrt, Sie sind überall abgemeldet, und nichts Neues kann aktiviert werden. Nur der Helpdesk kann das rückgängig machen.',
    },
  },
  hello: (displayName) => `Guten Tag ${displayName},`,
  labels: {
    userId: 'Benutzerkennung',
    device: 'Gerät',
    passkey: 'Passkey',
    time: 'Zeit',
    browser: 'Browser',
    network: 'Netz',
    by: 'Veranlasst von',
  },
  by: { user: 'Ihrem Konto', helpdesk: 'dem Helpdesk', site: 'dieser Website' },
  notMe: 'Das war ich nicht',
  closing: [
    'Waren Sie es, oder haben Sie darum gebeten? Dann ist nichts zu tun.',
    'Wenn nicht, wählen Sie „Das war ich nicht“: Die Seite sagt, wie Sie einen Fremden aussperren. Auch der Helpdesk kann das.',
  ],
};
