import { Prisma } from '../generated/prisma/client';

/** A property's column: `serialNumber` is kept in `serial_number`. */
export function columnOf(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What to select of a licence named `licence` in the statement; `readPrefixed` reads it. */
export const LICENCE_COLUMNS = selection('licence', Object.keys(Prisma.GatewayLicenceScalarFieldEnum));

/** What to select of a registration named `registration` in the statement; `readPrefixed` reads it. */
export const REGISTRATION_COLUMNS = selection('registration', Object.keys(Prisma.GatewayRegistrationScalarFieldEnum));

function selection(table: string, properties: string[]): Prisma.Sql {
  return Prisma.raw(
    properties.map((property) => `${table}.${columnOf(property)} AS "${table}.${property}"`).join(', '),
  );
}

/** Those columns of a joined row that belong to one table, under the names of its properties. */
export function readPrefixed(row: Readonly<Record<string, unknown>>, table: 'licence' | 'registration'): unknown {
  const prefix = `${table}.`;
  const own = Object.entries(row).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}
