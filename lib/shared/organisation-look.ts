import type { HelpdeskContact } from './helpdesk-contact';

/** Accent colours as `#rrggbb` in lower case: for light pages, and for dark ones. */
export type AccentColours = { light: string; dark: string };

/**
 * Whose site it is, as people see it.
 * @property isNamed whether somebody has named the organisation; otherwise `name` stands in
 * @property contact null where nobody says who helps
 * @property colours null for the product's own
 */
export type OrganisationLook = {
  name: string;
  isNamed: boolean;
  contact: HelpdeskContact | null;
  colours: AccentColours | null;
  logo: LogoSize | null;
};

/** @property digest of the picture, which is part of its address: a changed picture has another one */
export type LogoSize = { digest: string; width: number; height: number };

/** Paths below this one are what the look is made of; each has the digest of its content in it. */
export const LOOK_PATH = '/api/look';

export function logoPath({ digest }: Pick<LogoSize, 'digest'>): string {
  return `${LOOK_PATH}/${digest}/logo.png`;
}
