import type { ApprovalSubject } from '../../mail-content';
import type { Fact } from '../mail-body';
import type { MailWords } from '../mail-words';
import { DUTCH_NOTICES } from './notices/dutch-notices';
import { writeNotice } from './notices/write-notice';
import { DUTCH_ACCOUNTS } from './accounts/dutch-accounts';
import { DUTCH_SERVICES } from './services/dutch-services';

const REASONS: Record<ApprovalSubject['reason'], string> = {
  lost: 'Toestel verloren',
  stolen: 'Toestel gestolen',
  'new-phone': 'Nieuwe telefoon',
  failed: 'Activering mislukt',
  expired: 'Activering verlopen',
  other: 'Andere reden',
};

const ACTIONS: Record<ApprovalSubject['action'], string> = {
  invitation: 'Uitnodiging om een toestel te activeren',
  removal: 'Verwijdering van een toestel',
  lift: 'Opheffing van de bevriezing van een account',
};

function request({ action, userId, reason }: ApprovalSubject): Fact[] {
  return [
    ['Aanvraag', ACTIONS[action]],
    ['Gebruikersnaam', userId],
    ['Reden', REASONS[reason]],
  ];
}

export const DUTCH: MailWords = {
  linkHint: 'Werkt de knop niet? Kopieer dan dit adres naar uw browser:',
  typeHint: 'Deze e-mail bevat geen links. Typ het adres in uw browser.',
  help: 'Hulp nodig?',
  colon: ': ',
  footer: (site) => `Verzonden door de zelfbedieningssite ${site}. Beantwoord dit bericht niet.`,
  printed: ({ displayName, userId, invitationLink, code, codeUrl, validUntil }, time) => ({
    subject: 'Activeer uw toestel',
    paragraphs: [
      `Beste ${displayName},`,
      'De helpdesk heeft een nieuwe activering voor u klaargezet. U hebt deze brief nodig en de code uit onze e-mail.',
    ],
    scan: { hint: 'Scan deze afbeelding met de camera van uw telefoon', url: invitationLink },
    type: { hint: 'of open deze pagina en vul de code in', address: codeUrl, code },
    help: 'Hulp nodig?',
    facts: [
      ['Gebruikersnaam', userId],
      ['Geldig tot', time(validUntil)],
    ],
    closing: [
      'Niemand van de helpdesk zal ooit om deze brief, om de code erin of om uw wachtwoord vragen.',
      'Hebt u hier niet om gevraagd? Vernietig de brief en meld het de helpdesk.',
    ],
  }),
  letters: {
    ...DUTCH_ACCOUNTS,
    ...DUTCH_SERVICES,
    invitation: ({ displayName, userId, invitationLink, proof, validUntil }, time) => ({
      subject: 'Activeer uw toestel',
      paragraphs: [
        `Beste ${displayName},`,
        'De helpdesk heeft een nieuwe activering voor u klaargezet. Open de pagina ervan en volg de stappen.',
        proof === 'password'
          ? 'De pagina vraagt om uw wachtwoord.'
          : 'Blijf aan de lijn met de helpdesk: de pagina toont een code die u voorleest.',
      ],
      facts: [
        ['Gebruikersnaam', userId],
        ['Geldig tot', time(validUntil)],
      ],
      action: { label: 'Uitnodiging openen', url: invitationLink },
      closing: [
        'Niemand van de helpdesk zal u ooit om deze e-mail, om de activeringsafbeelding of om uw wachtwoord vragen.',
        'Hebt u hier niet om gevraagd? Open de pagina niet en waarschuw de helpdesk.',
      ],
    }),
    'invitation-code': ({ displayName, userId, code, validUntil }, time) => ({
      subject: 'De code bij uw brief',
      paragraphs: [
        `Beste ${displayName},`,
        'Er is een brief naar u onderweg. Bewaar deze code tot die er is: de pagina waar de brief naartoe leidt, vraagt erom.',
      ],
      facts: [
        ['Code', code],
        ['Gebruikersnaam', userId],
        ['Geldig tot', time(validUntil)],
      ],
      action: null,
      closing: [
        'Niemand van de helpdesk zal u ooit om deze code vragen.',
        'Hebt u hier niet om gevraagd? Gooi de brief weg en waarschuw de helpdesk.',
      ],
    }),
    'device-activated': ({ displayName, userId, device, at, browser, network, notMeLink }, time) => ({
      subject: 'Er is een nieuw toestel geactiveerd',
      paragraphs: [`Beste ${displayName},`, 'Met een nieuw toestel kan nu namens u worden ingelogd.'],
      facts: [
        ['Gebruikersnaam', userId],
        ['Toestel', device],
        ['Tijd', time(at)],
        ['Browser', browser],
        ['Netwerk', network ?? 'onbekend'],
      ],
      action: { label: 'Dit was ik niet', url: notMeLink },
      closing: [
        'Was u het? Dan hoeft u niets te doen.',
        'Zo niet, kies dan ‘Dit was ik niet’: dat blokkeert het nieuwe toestel, logt u overal uit en waarschuwt de helpdesk.',
      ],
    }),
    'device-retiring': ({ displayName, userId, device, newDevice, undoUntil, undoUrl, notMeLink }, time) => ({
      subject: 'Uw oude toestel is vervangen',
      paragraphs: [`Beste ${displayName},`, 'Uw nieuwe toestel werkt. Het oude is geblokkeerd en wordt verwijderd.'],
      facts: [
        ['Gebruikersnaam', userId],
        ['Oud toestel', device],
        ['Nieuw toestel', newDevice],
        ['Wordt verwijderd', time(undoUntil)],
      ],
      action: { label: 'Mijn oude toestel houden', url: undoUrl },
      otherAction: { label: 'Dit was ik niet', url: notMeLink },
      closing: [
        'Hebt u het oude toestel nog nodig? Houd het dan voor die tijd. U wordt gevraagd in te loggen.',
        'Hebt u geen toestel vervangen? Kies ‘Dit was ik niet’: dat blokkeert het nieuwe toestel, logt u overal uit en waarschuwt de helpdesk.',
      ],
    }),
    'device-replaced': ({ displayName, userId, device, newDevice, at }, time) => ({
      subject: 'Uw oude toestel is verwijderd',
      paragraphs: [`Beste ${displayName},`, 'Uw nieuwe toestel heeft het oude definitief vervangen.'],
      facts: [
        ['Gebruikersnaam', userId],
        ['Oud toestel', device],
        ['Nieuw toestel', newDevice],
        ['Tijd', time(at)],
      ],
      action: null,
      closing: ['Was u dit niet? Waarschuw de helpdesk.'],
    }),
    'account-notice': writeNotice(DUTCH_NOTICES),
    'approval-requested': (content, time) => ({
      subject: 'Een aanvraag wacht op uw goedkeuring',
      paragraphs: ['De helpdesk vraagt een tweede persoon om deze aanvraag goed te keuren.'],
      facts: [...request(content), ['Aangevraagd door', content.requestedBy], ['Vervalt', time(content.validUntil)]],
      action: { label: 'Goedkeuringen openen', url: content.queueUrl },
      closing: [],
    }),
    'break-glass-used': (content, time) => ({
      subject: 'Alarm: een goedkeuring is omzeild',
      paragraphs: [
        'Een aanvraag waarvoor een tweede persoon nodig is, is zonder die persoon uitgevoerd. Onderzoek dit meteen.',
      ],
      facts: [
        ...request(content),
        ['Uitgevoerd door', content.usedBy],
        ['Motivering', content.justification],
        ['Tijd', time(content.at)],
      ],
      action: { label: 'Alarmen openen', url: content.alarmUrl },
      closing: [],
    }),
    'not-me-reported': ({ userId, device, at, browser, network, alarmUrl }, time) => ({
      subject: 'Gemeld: ‘Dit was ik niet’',
      paragraphs: [
        'Een gebruiker meldt dit toestel niet te hebben geactiveerd. Het is geblokkeerd en de gebruiker is overal uitgelogd.',
      ],
      facts: [
        ['Gebruikersnaam', userId],
        ['Toestel', device],
        ['Gemeld', time(at)],
        ['Browser', browser],
        ['Netwerk', network ?? 'onbekend'],
      ],
      action: { label: 'Alarmen openen', url: alarmUrl },
      closing: ['Bel de gebruiker op een bekend nummer.'],
    }),
  },
};
