import { SETTING_SECTIONS } from '../../config/environment/environment-schema';
import { isGiven } from '../../config/environment/setting-files';
import { factsOf } from '../../config/environment/setting';
import { meaningInWords } from '../../config/environment/settings-in-view';

/** Values of settings by their names, as they are written; empty for what is left out. */
export type Answers = Readonly<Record<string, string>>;

/** @property flag option of the command; null for a secret, which is never an argument */
export type Question = {
  name: string;
  flag: string | null;
  words: string;
  isAsked: (answers: Answers) => boolean;
  /** What Enter stands for, empty for nothing; null where an answer is needed. */
  suggest: (answers: Answers) => string | null;
};

const always = () => true;
const nothing = () => '';

/** In the order in which they are asked: what decides about others comes before them. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'TESSERA_URL',
    flag: 'url',
    words: 'Address that people type',
    isAsked: always,
    suggest: () => 'http://localhost:3000',
  },
  {
    name: 'TESSERA_TRUSTED_PROXIES',
    flag: 'proxies',
    words: 'How many proxies in front add to X-Forwarded-For',
    isAsked: ({ TESSERA_URL = '' }) => TESSERA_URL.startsWith('https:'),
    suggest: () => '1',
  },
  {
    name: 'DATABASE_URL',
    flag: null,
    words: 'Address of the PostgreSQL database, postgresql://user:password@host/name (Enter for the embedded one)',
    isAsked: always,
    suggest: nothing,
  },
  {
    name: 'GATEWAY',
    flag: 'gateway',
    words: 'Activation gateway: embedded, onespan-server or onespan-cloud',
    isAsked: always,
    suggest: () => 'embedded',
  },
  ...SETTING_SECTIONS.flatMap(neededOfGateway),
  {
    name: 'TESSERA_DOMAIN',
    flag: 'domain',
    words: 'Domain of the people who sign in',
    isAsked: ({ GATEWAY }) => GATEWAY !== 'onespan-cloud',
    suggest: ({ TESSERA_URL = '' }) => domainOf(TESSERA_URL),
  },
  {
    name: 'SMTP_URL',
    flag: null,
    words: 'Mail server, smtp://user:password@host:587 (Enter for mails in files)',
    isAsked: always,
    suggest: nothing,
  },
  {
    name: 'MAIL_FROM',
    flag: 'mail-from',
    words: 'Sender of mails, such as Tessera <no-reply@example.org>',
    isAsked: (answers) => isGiven(answers, 'SMTP_URL'),
    suggest: () => null,
  },
  {
    name: 'TESSERA_OIDC_ISSUER',
    flag: 'provider',
    words: 'Issuer of the OpenID provider that people sign in with (Enter for none)',
    isAsked: always,
    suggest: nothing,
  },
  {
    name: 'TESSERA_OIDC_CLIENT_ID',
    flag: 'provider-client',
    words: 'This site’s client identifier there',
    isAsked: (answers) => isGiven(answers, 'TESSERA_OIDC_ISSUER'),
    suggest: () => null,
  },
  {
    name: 'TESSERA_OIDC_CLIENT_SECRET',
    flag: null,
    words: 'Its secret (Enter for a public client)',
    isAsked: (answers) => isGiven(answers, 'TESSERA_OIDC_ISSUER'),
    suggest: nothing,
  },
];

/** What a gateway outside this process cannot do without. */
function neededOfGateway({ gateway, settings }: (typeof SETTING_SECTIONS)[number]): Question[] {
  if (gateway === undefined) return [];
  return Object.entries(settings).flatMap(([name, schema]) => {
    const { unset, meaning, shown } = factsOf(schema);
    if (unset !== 'needed') return [];
    return {
      name,
      flag: shown === undefined ? null : name.toLowerCase().replaceAll('_', '-'),
      words: meaningInWords(meaning),
      isAsked: ({ GATEWAY }: Answers) => GATEWAY === gateway,
      suggest: () => null,
    };
  });
}

/** `example.org` of `https://id.example.org`. */
function domainOf(url: string): string {
  const labels = URL.canParse(url) ? new URL(url).hostname.split('.') : [];
  const isName = labels.length > 1 && /^[a-z]/i.test(labels.at(-1) ?? '');
  return isName ? labels.slice(labels.length > 2 ? 1 : 0).join('.') : 'example.org';
}
