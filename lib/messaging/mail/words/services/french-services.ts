import type { ServiceLetters } from '../../mail-words';

/** Mails about systems that call this site. */
export const FRENCH_SERVICES: ServiceLetters = {
  'service-account-requested': ({ name, isNew, requestedBy, validUntil, queueUrl }, time) => ({
    subject: isNew ? 'Un compte de service attend votre approbation' : 'D’autres droits attendent votre approbation',
    paragraphs: [
      isNew
        ? 'Un système doit pouvoir appeler ce site lui-même. Une deuxième personne doit donner son accord.'
        : 'Un système qui appelle ce site doit pouvoir faire davantage. Une deuxième personne doit donner son accord.',
    ],
    facts: [
      ['Compte de service', name],
      ['Demandé par', requestedBy],
      ['Expire', time(validUntil)],
    ],
    action: { label: 'Ouvrir les approbations', url: queueUrl },
    closing: [],
  }),
  'service-key-made': ({ name, madeBy, at, accountUrl }, time) => ({
    subject: 'Une clé d’un compte de service a été affichée',
    paragraphs: [
      'La première clé d’un compte de service a été affichée à quelqu’un. Qui détient la clé peut faire tout ce que le compte permet.',
    ],
    facts: [
      ['Compte de service', name],
      ['Affichée à', madeBy],
      ['Heure', time(at)],
    ],
    action: { label: 'Ouvrir le compte de service', url: accountUrl },
    closing: [
      'Vous ne vous y attendiez pas ? Suspendez le compte de service et interrogez la personne à qui la clé a été affichée.',
    ],
  }),
  'service-key-replaced': ({ name, madeBy, at, earlierUntil, accountUrl }, time) => ({
    subject: 'Une clé d’un compte de service a été remplacée',
    paragraphs: [
      'Une nouvelle clé d’un compte de service a été affichée à quelqu’un. Qui détient la clé peut faire tout ce que le compte permet.',
    ],
    facts: [
      ['Compte de service', name],
      ['Affichée à', madeBy],
      ['Heure', time(at)],
      ['Fin de l’ancienne clé', time(earlierUntil)],
    ],
    action: { label: 'Ouvrir le compte de service', url: accountUrl },
    closing: [
      'Vous ne vous y attendiez pas ? Suspendez le compte de service et interrogez la personne à qui la clé a été affichée.',
    ],
  }),
  'service-account-expiring': ({ name, validUntil, accountUrl }, time) => ({
    subject: 'Un compte de service expire bientôt',
    paragraphs: [
      'Un système qui appelle ce site ne pourra plus le faire une fois son compte de service expiré. Pour le garder, fixez une date d’expiration plus tardive.',
    ],
    facts: [
      ['Compte de service', name],
      ['Expire', time(validUntil)],
    ],
    action: { label: 'Ouvrir le compte de service', url: accountUrl },
    closing: [],
  }),
};
