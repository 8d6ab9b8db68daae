import type { User } from '../../accounts/users/user';
import type { Language } from '../../shared/language';
import type { NewUser } from '../../accounts/users/user-directory';
import type { PhoneNumber } from '../../shared/phone-number';
import type { MailAddress } from '../../shared/mail-address';

/** @property address a network of the documentation (RFC 5737), which is nobody's */
export type DemoPerson = { user: User; address: string; browser: string };

type Described = { userId: string; displayName: string; language?: Language; browser: string };

const DESCRIBED: readonly Described[] = [
  { userId: 'ada.lovelace', displayName: 'Ada Lovelace', browser: 'Firefox on Windows' },
  { userId: 'alan.turing', displayName: 'Alan Turing', browser: 'Chrome on Windows' },
  { userId: 'emmy.noether', displayName: 'Emmy Noether', language: 'de', browser: 'Edge on Windows' },
  { userId: 'grace.hopper', displayName: 'Grace Hopper', browser: 'Chrome on macOS' },
  { userId: 'jan.oort', displayName: 'Jan Oort', language: 'nl', browser: 'Safari on iPhone' },
  { userId: 'katherine.johnson', displayName: 'Katherine Johnson', browser: 'Safari on macOS' },
  { userId: 'lise.meitner', displayName: 'Lise Meitner', language: 'de', browser: 'Chrome on Android' },
  { userId: 'maria.curie', displayName: 'Maria Skłodowska-Curie', language: 'fr', browser: 'Firefox on Linux' },
  { userId: 'max.planck', displayName: 'Max Planck', language: 'de', browser: 'Chrome on Windows' },
  { userId: 'niels.bohr', displayName: 'Niels Bohr', browser: 'Edge on Windows' },
  { userId: 'rosalind.franklin', displayName: 'Rosalind Franklin', browser: 'Safari on iPhone' },
  { userId: 'srinivasa.ramanujan', displayName: 'Srinivasa Ramanujan', browser: 'Chrome on Android' },
];

/** People beside the demo accounts, each with a number on record, and most with a manager. */
export function demoPeople(domain: string): (User & Pick<NewUser, 'phoneNumbers' | 'managerUserId'>)[] {
  return DESCRIBED.map(({ userId, displayName, language = 'en' }, place) => ({
    userId,
    displayName,
    domain,
    language,
    timeZone: null,
    roles: ['user'],
    mailAddresses: [`${userId}@example.org` as MailAddress],
    group: null,
    bar: null,
    phoneNumbers: [demoNumber(place)],
    managerUserId: userId === MANAGER ? null : MANAGER,
  }));
}

const MANAGER = 'grace.hopper';

/** Germany's regulator gives these numbers to nobody, for films. */
function demoNumber(place: number): PhoneNumber {
  return `+4930231251${String(place).padStart(2, '0')}` as PhoneNumber;
}

/** A user with what they come from. */
export function visiting(user: User): DemoPerson {
  const place = DESCRIBED.findIndex(({ userId }) => userId === user.userId);
  return { user, address: `192.0.2.${place + 10}`, browser: DESCRIBED[place]?.browser ?? 'Chrome on Windows' };
}
