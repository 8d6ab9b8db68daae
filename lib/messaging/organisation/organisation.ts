import type { HelpdeskContact } from '../../shared/helpdesk-contact';
import type { AccentColours, LogoSize, OrganisationLook } from '../../shared/organisation-look';

/** The picture as it is served: a PNG that this site has written itself. */
export type Logo = LogoSize & { png: Uint8Array };

/**
 * What administrators have said of the organisation whose site it is. Null for what they have not said.
 * @property version 0 before anybody has saved anything
 */
export type Organisation = {
  version: number;
  name: string | null;
  contact: HelpdeskContact | null;
  colours: AccentColours | null;
  logo: Logo | null;
};

export const NOTHING_SAID: Organisation = { version: 0, name: null, contact: null, colours: null, logo: null };

/**
 * What the operator has set by the environment, which counts before what administrators save.
 * @property otherwise what stands in for the name where nobody has said it
 */
export type OperatorsChoice = { name: string | null; contact: HelpdeskContact | null; otherwise: string };

export function lookOf(organisation: Organisation, operator: OperatorsChoice): OrganisationLook {
  const name = operator.name ?? organisation.name;
  const { logo } = organisation;
  return {
    name: name ?? operator.otherwise,
    isNamed: name !== null,
    contact: operator.contact ?? organisation.contact,
    colours: organisation.colours,
    logo: logo && { digest: logo.digest, width: logo.width, height: logo.height },
  };
}

/** Whose site it is: 1 to 64 visible characters on one line. @returns null for what is no name */
export function parseOrganisationName(text: string): string | null {
  const name = text.trim().normalize('NFC');
  return /^\P{C}{1,64}$/u.test(name) ? name : null;
}
