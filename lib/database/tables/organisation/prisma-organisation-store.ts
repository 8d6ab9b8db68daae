import { Prisma, type Organisation as OrganisationRow, type PrismaClient } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import { NOTHING_SAID, type Organisation } from '../../../messaging/organisation/organisation';
import type { OrganisationStore } from '../../../messaging/organisation/organisation-store';
import { ORGANISATION_KEY } from '../../../shared/changes/change-feed';
import type { HelpdeskContact } from '../../../shared/helpdesk-contact';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import { holdAdministrator } from '../../locks/hold-administrator';
import { announceChange } from '../../side-effects/announce-change';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { previousVersion } from '../../side-effects/save-with-side-effects';

/** The one row. */
const ID = 1;

export class PrismaOrganisationStore implements OrganisationStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;
  readonly #keepsAccounts: boolean;

  /** @param keepsAccounts whether administrators' accounts are stored in this database */
  constructor(client: PrismaClient, persist: PersistSideEffects, keepsAccounts: boolean) {
    this.#client = client;
    this.#persist = persist;
    this.#keepsAccounts = keepsAccounts;
  }

  read(): Promise<Organisation> {
    return readOrganisation(this.#client);
  }

  async save(
    organisation: Organisation,
    by: UserKey,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'version-moved' | 'not-permitted'>> {
    return this.#client.$transaction(async (transaction) => {
      if (this.#keepsAccounts && !(await holdAdministrator(transaction, by))) return refuse('not-permitted');
      const data = rowFromOrganisation(organisation);
      // Two first saves at once make one row.
      const { count } =
        organisation.version === 1
          ? await transaction.organisation.createMany({ data: { id: ID, ...data }, skipDuplicates: true })
          : await transaction.organisation.updateMany({ where: { id: ID, ...previousVersion(organisation) }, data });
      if (count === 0) return refuse('version-moved');
      await announceChange(transaction, ORGANISATION_KEY);
      await this.#persist(transaction, sideEffects);
      return accept(null);
    });
  }
}

export async function readOrganisation(client: PrismaClient): Promise<Organisation> {
  const row = await client.organisation.findUnique({ where: { id: ID } });
  return row ? organisationFromRow(row) : NOTHING_SAID;
}

function organisationFromRow(row: OrganisationRow): Organisation {
  const { version, name, accentLight, accentDark, logo, logoDigest, logoWidth, logoHeight } = row;
  const isWhole = logo !== null && logoDigest !== null && logoWidth !== null && logoHeight !== null;
  return {
    version,
    name,
    contact: row.contact as HelpdeskContact | null,
    colours: accentLight === null || accentDark === null ? null : { light: accentLight, dark: accentDark },
    logo: isWhole ? { png: logo, digest: logoDigest, width: logoWidth, height: logoHeight } : null,
  };
}

function rowFromOrganisation({ version, name, contact, colours, logo }: Organisation) {
  return {
    version,
    name,
    contact: contact ?? Prisma.DbNull,
    accentLight: colours && colours.light,
    accentDark: colours && colours.dark,
    logo: logo && new Uint8Array(logo.png),
    logoDigest: logo && logo.digest,
    logoWidth: logo && logo.width,
    logoHeight: logo && logo.height,
  };
}
