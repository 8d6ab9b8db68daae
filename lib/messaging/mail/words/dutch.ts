import type { ApprovalSubject } from '../../mail-content';
import type { Fact } from '../mail-body';
import type { MailWords } from '../mail-words';

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
  footer: (site) => `Verzonden door de zelfbedieningssite ${site}. Beantwoord dit bericht niet.`,
  printed: ({ displayName, userId, invitationLink, validUntil }, time) => ({
    subject: 'Activeer uw toestel',
    paragraphs: [
      `Beste ${displayName},`,
      'De helpdesk heeft een nieuwe activering voor u klaargezet. Scan deze code met de camera van een telefoon, of typ het adres eronder in een browser.',
      'De pagina vraagt om een code die u per e-mail hebt gekregen.',
    ],
    facts: [
      ['Gebruikersnaam', userId],
      ['Geldig tot', time(validUntil)],
    ],
    action: { label: 'Uitnodiging openen', url: invitationLink },
    closing: [
      'Niemand van de helpdesk zal ooit om deze brief, om de code of om uw wachtwoord vragen.',
      'Hebt u hier niet om gevraagd? Vernietig de brief en meld het de helpdesk.',
    ],
  }),
  letters: {
    invitation: ({ displayName, userId, invitationLink, proof, validUntil }, time) => ({
      subject: 'Activeer uw toestel',
      paragraphs: [
        `Beste ${displayName},`,
        'De helpdesk heeft een nieuwe activering voor u klaargezet. Open de link en volg de stappen op de pagina.',
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
        'Niemand van de helpdesk zal u ooit om deze link, om de activeringsafbeelding of om uw wachtwoord vragen.',
        'Hebt u hier niet om gevraagd? Open de link niet en waarschuw de helpdesk.',
      ],
    }),
    'invitation-letter': ({ displayName, userId, validUntil }, time) => ({
      subject: 'Print deze brief en overhandig hem',
      paragraphs: [
        'De bijgevoegde brief brengt één persoon naar een pagina waarop die een toestel activeert.',
        'Print de brief, doe hem ongelezen in een envelop, sluit de envelop en overhandig hem alleen aan deze persoon. Verwijder daarna deze e-mail.',
      ],
      facts: [
        ['Voor', displayName],
        ['Gebruikersnaam', userId],
        ['Geldig tot', time(validUntil)],
      ],
      action: null,
      closing: ['Daarna heeft de brief geen nut meer: vernietig hem.'],
    }),
    'invitation-code': ({ displayName, userId, code, validUntil }, time) => ({
      subject: 'De code bij uw brief',
      paragraphs: [
        `Beste ${displayName},`,
        'Een brief met een link om uw toestel te activeren is naar u onderweg. De pagina achter de link vraagt om deze code.',
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
      paragraphs: [`Beste ${displayName},`, 'Er is een nieuw toestel voor u geactiveerd waarmee kan worden ingelogd.'],
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
        '‘Dit was ik niet’ blokkeert het nieuwe toestel, beëindigt al uw sessies en waarschuwt de helpdesk.',
      ],
    }),
    'device-retiring': ({ displayName, userId, device, newDevice, undoUntil, undoUrl }, time) => ({
      subject: 'Uw oude toestel is vervangen',
      paragraphs: [
        `Beste ${displayName},`,
        'Uw nieuwe toestel heeft de proeflogin doorstaan. Het oude werkt niet meer en wordt verwijderd.',
      ],
      facts: [
        ['Gebruikersnaam', userId],
        ['Oud toestel', device],
        ['Nieuw toestel', newDevice],
        ['Ongedaan te maken tot', time(undoUntil)],
      ],
      action: { label: 'Dit was ik niet', url: undoUrl },
      closing: [
        'Wilt u het oude toestel houden? Open deze pagina voor die tijd en log in.',
        'Was u dit niet? Kies ‘Dit was ik niet’ in de e-mail over het nieuwe toestel, of bel de helpdesk.',
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
      action: { label: 'Gebruikerspagina openen', url: content.userUrl },
      closing: [],
    }),
    'not-me-reported': ({ userId, device, at, browser, network, userUrl }, time) => ({
      subject: 'Gemeld: ‘Dit was ik niet’',
      paragraphs: [
        'Iemand heeft gemeld dat een toestel niet door de gebruiker zelf is geactiveerd. Het toestel is geblokkeerd en alle sessies van de gebruiker zijn beëindigd.',
      ],
      facts: [
        ['Gebruikersnaam', userId],
        ['Toestel', device],
        ['Tijd van de melding', time(at)],
        ['Browser', browser],
        ['Netwerk', network ?? 'onbekend'],
      ],
      action: { label: 'Gebruikerspagina openen', url: userUrl },
      closing: ['Bel de gebruiker op een nummer dat u kent.'],
    }),
  },
};
