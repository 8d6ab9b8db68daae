import type { SignedIn } from '../../accounts/sessions/session';
import { auditContext, userActor } from '../../audit/audit-context';
import type { OrganisationPart } from '../../audit/events/organisation-events';
import { contactProblem, type ContactProblem, type HelpdeskContact } from '../../shared/helpdesk-contact';
import type { AccentColours } from '../../shared/organisation-look';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { checkLogo, type LogoReader, type LogoRefusal } from './logo';
import { parseOrganisationName, type OperatorsChoice, type Organisation } from './organisation';
import type { OrganisationStore } from './organisation-store';
import { isReadable, parseColour } from './palette';

export type OrganisationPorts = { organisation: OrganisationStore; logos: LogoReader; operator: OperatorsChoice };

type SaveRefusal = 'not-permitted' | 'changed-meanwhile';

export type NameRefusal = 'organisation-name-invalid' | 'set-by-operator' | SaveRefusal;

export type ContactRefusal = ContactProblem | 'set-by-operator' | SaveRefusal;

/** @property light and dark: what is wrong with each */
export type ColourProblem = 'colour-invalid' | 'colour-too-faint';

/** @param shown the version that the administrator's page showed; another one is refused */
export async function nameOrganisation(
  ports: OrganisationPorts,
  administrator: SignedIn,
  typed: { name: string; shown: number },
  origin: RequestOrigin,
): Promise<Result<null, NameRefusal>> {
  if (ports.operator.name !== null) return refuse('set-by-operator');
  const name = parseOrganisationName(typed.name);
  if (name === null) return refuse('organisation-name-invalid');
  return change(ports, administrator, typed.shown, 'name', { name }, origin);
}

/** Who helps, on pages, in mails, letters and the phone app. */
export async function nameHelpdesk(
  ports: OrganisationPorts,
  administrator: SignedIn,
  { contact, shown }: { contact: HelpdeskContact; shown: number },
  origin: RequestOrigin,
): Promise<Result<null, ContactRefusal>> {
  if (ports.operator.contact !== null) return refuse('set-by-operator');
  const problem = contactProblem(contact);
  if (problem !== null) return refuse(problem);
  return change(ports, administrator, shown, 'helpdesk-contact', { contact }, origin);
}

/** @returns what is wrong with each colour; null where both can be read */
export function colourProblems(typed: AccentColours): Partial<Record<keyof AccentColours, ColourProblem>> | null {
  const problems: Partial<Record<keyof AccentColours, ColourProblem>> = {};
  for (const scheme of ['light', 'dark'] as const) {
    const colour = parseColour(typed[scheme]);
    if (colour === null) problems[scheme] = 'colour-invalid';
    else if (!isReadable(scheme, colour)) problems[scheme] = 'colour-too-faint';
  }
  return Object.keys(problems).length === 0 ? null : problems;
}

/** @param typed colours without a problem; null for the product's own */
export async function colourOrganisation(
  ports: OrganisationPorts,
  administrator: SignedIn,
  { colours, shown }: { colours: AccentColours | null; shown: number },
  origin: RequestOrigin,
): Promise<Result<null, SaveRefusal>> {
  if (colours && colourProblems(colours) !== null) throw new RangeError('a colour that cannot be read was not refused');
  const kept = colours && { light: parseColour(colours.light) ?? '', dark: parseColour(colours.dark) ?? '' };
  return change(ports, administrator, shown, 'colours', { colours: kept }, origin);
}

/** @param file as it was uploaded; null for no picture any more */
export async function pictureOrganisation(
  ports: OrganisationPorts,
  administrator: SignedIn,
  { file, shown }: { file: Uint8Array | null; shown: number },
  origin: RequestOrigin,
): Promise<Result<null, LogoRefusal | SaveRefusal>> {
  if (file === null) return change(ports, administrator, shown, 'logo', { logo: null }, origin);
  const checked = checkLogo(file);
  if (!checked.ok) return checked;
  const logo = await ports.logos.read(file);
  if (!logo.ok) return logo;
  return change(ports, administrator, shown, 'logo', { logo: logo.value }, origin);
}

async function change(
  { organisation: store }: OrganisationPorts,
  { user }: SignedIn,
  shown: number,
  part: OrganisationPart,
  changed: Partial<Organisation>,
  origin: RequestOrigin,
): Promise<Result<null, SaveRefusal>> {
  const before = await store.read();
  if (before.version !== shown) return refuse('changed-meanwhile');
  const after = { ...before, ...changed, version: before.version + 1 };
  const [was, is] = [inRecord(before, part), inRecord(after, part)];
  if (was === is) return accept(null);
  const context = auditContext(userActor(user), null, origin);
  const events = [{ type: 'organisation-changed' as const, part, before: was, after: is, ...context }];
  const saved = await store.save(after, user, { events, messages: [] });
  return saved.ok || saved.refusal === 'not-permitted'
    ? (saved as Result<null, 'not-permitted'>)
    : refuse('changed-meanwhile');
}

/** A part as the audit log tells it. */
function inRecord({ name, contact, colours, logo }: Organisation, part: OrganisationPart): string | null {
  switch (part) {
    case 'name':
      return name;
    case 'helpdesk-contact':
      return contact && [contact.name, contact.phone, contact.email, contact.hours].filter(Boolean).join(' · ');
    case 'colours':
      return colours && `${colours.light} ${colours.dark}`;
    case 'logo':
      return logo && logo.digest;
  }
}
