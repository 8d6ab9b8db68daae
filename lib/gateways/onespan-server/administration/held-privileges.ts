import { GatewayError } from '../../../activation/gateway-error';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Administration } from './administration';
import type { Fields } from '../soap/outcome';

/**
 * What a reply says somebody holds, as it spells it: names of privileges or roles in lists, and names of attributes that
 * are true. No page publishes the attributes of these replies (OneSpan §4.8), so all of them are read.
 */
export type Held = { names: string[]; areRolesReadable: boolean };

/**
 * What the service user holds: what was given to it directly, and since 3.29 by its roles.
 * @returns null when neither can be read
 * @throws GatewayError when the server fails
 */
export async function readHeldPrivileges(administration: Administration, user: UserKey): Promise<Held | null> {
  const key = { USERFLD_USERID: user.userId, USERFLD_DOMAIN: user.domain };
  const direct = await unlessRefused(() => administration.execute('userExecute', 'USERCMD_GET_PERMISSION', key));
  const assigned = await unlessRefused(() =>
    administration.execute('userExecute', 'USERCMD_GET_ASSIGNED_ADMIN_ROLES', key),
  );
  const roles = assigned && namesIn(assigned);
  const all = roles && roles.length > 0 ? await unlessRefused(() => administration.query('adminRoleQuery', {})) : [];
  if (!direct && (!roles || !all)) return null;
  const ofRoles = (all ?? []).filter((fields) => namesIn(fields).some((name) => isOneOf(name, roles ?? [])));
  const names = [direct ?? {}, ...ofRoles].flatMap(namesIn).filter((name) => !isOneOf(name, roles ?? []));
  return { names: [...new Set(names)], areRolesReadable: roles !== null && all !== null };
}

/** Whether a spelling is of that privilege: `View User`, or an attribute such as `USERFLD_PERMISSION_VIEW_USER`. */
export function isPrivilege(spelling: string, name: string): boolean {
  return lettersOf(spelling.replace(/^[A-Z]+FLD_(?:[A-Z_]*(?:PERMISSION|PRIVILEGE)S?_)?/, '')) === lettersOf(name);
}

function namesIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([attribute, value]) => {
    if (/^(?:USERFLD_(?:USERID|DOMAIN)$|.*_DESCRIPTION$)/.test(attribute)) return [];
    if (value === 'true') return [attribute];
    return value === 'false' ? [] : value.split(/[,;\n]/).flatMap((one) => one.trim() || []);
  });
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.some((one) => lettersOf(one) === lettersOf(name));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** A server that refuses the command, or does not know it. */
async function unlessRefused<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    const isAnswered = error instanceof GatewayError && ['refused-credentials', 'malformed-reply'].includes(error.code);
    if (isAnswered) return null;
    throw error;
  }
}
