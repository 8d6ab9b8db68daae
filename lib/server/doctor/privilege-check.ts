import type { OneSpanServerConfig } from '../../config/sections/onespan-server-config';
import type { Administration } from '../../gateways/onespan-server/administration/administration';
import { OF_A_CHECKER } from '../../gateways/onespan-server/administration/calls';
import {
  isPrivilege,
  readHeldPrivileges,
  type Held,
} from '../../gateways/onespan-server/administration/held-privileges';
import {
  requiredPrivileges,
  type RequiredPrivilege,
} from '../../gateways/onespan-server/administration/required-privileges';
import { type Check, failed, ok, type Finding, warning } from './finding';

/** What the service user may do, held against the smallest role for what the settings switch on (OneSpan §4.8). */
export function privilegeCheck(
  administration: Administration,
  settings: Pick<
    OneSpanServerConfig,
    'serviceUser' | 'relay' | 'resetsPasswords' | 'takesLicencesBack' | 'policy' | 'hardware'
  >,
  domain: string,
): Check {
  return {
    name: 'privileges',
    needs: 'log-on',
    run: async () =>
      privilegeFinding(
        requiredPrivileges(settings, domain),
        await readHeldPrivileges(administration, settings.serviceUser),
      ),
  };
}

/** @param held null where it cannot be read */
export function privilegeFinding(required: readonly RequiredPrivilege[], held: Held | null): Finding {
  const role = `the smallest role: ${required.map(describe).join('; ')}`;
  if (!held || held.names.length === 0)
    return warning(
      `what the service user may do cannot be read, neither its privileges nor its roles; ${role}`,
      `Compare its privileges with these yourself. It must not have ${OF_A_CHECKER}.`,
    );
  const holds = (name: string) => held.names.some((spelling) => isPrivilege(spelling, name));
  if (holds(OF_A_CHECKER))
    return failed(
      'the service user could approve what it asks for itself',
      `Take ${OF_A_CHECKER} from it, and give it to people.`,
    );
  const missing = required.filter(({ name }) => !holds(name));
  const further = held.names.filter((spelling) => !required.some(({ name }) => isPrivilege(spelling, name)));
  const words = `${partsOf(missing, further).join(', and ')}; ${role}`;
  const fix = fixOf(missing, further, held);
  if (missing.some(({ isDispensable, isPublished }) => isPublished && !isDispensable)) return failed(words, fix);
  return missing.length + further.length > 0 ? warning(words, fix) : ok(`it has what it needs, and no more; ${role}`);
}

function partsOf(missing: readonly RequiredPrivilege[], further: readonly string[]): string[] {
  return [
    ...(missing.length > 0 ? [`it lacks ${missing.map(({ name }) => name).join(', ')}`] : []),
    ...(further.length > 0 ? [`it has more than it needs: ${further.join(', ')}`] : []),
  ];
}

function fixOf(missing: readonly RequiredPrivilege[], further: readonly string[], held: Held): string {
  return [
    ...(missing.length > 0 ? ['Give it what it lacks.'] : []),
    ...(missing.some(({ isPublished }) => !isPublished)
      ? ['A name that is marked as inferred may be spelled otherwise at your server.']
      : []),
    ...(missing.length > 0 && !held.areRolesReadable
      ? ['Roles cannot be read here, so that some may come from a role.']
      : []),
    ...(further.length > 0 ? ['Take the rest from it, or give it a role of its own.'] : []),
  ].join(' ');
}

function describe({ name, purposes, isPublished, isDispensable }: RequiredPrivilege): string {
  const notes = [
    purposes.length > 0 ? purposes.join(', ') : 'comes with others',
    ...(isPublished ? [] : ['name inferred']),
    ...(isDispensable ? ['may be left out'] : []),
  ];
  return `${name} (${notes.join('; ')})`;
}
