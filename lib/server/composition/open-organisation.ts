import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import {
  PrismaOrganisationStore,
  readOrganisation,
} from '../../database/tables/organisation/prisma-organisation-store';
import { PngLogoReader } from '../../messaging/organisation/png-logo-reader';
import { createLogger } from '../observability/logger';
import type { OrganisationPorts } from '../../messaging/organisation/change-organisation';
import { LiveOrganisation } from '../../messaging/organisation/live-organisation';
import type { OperatorsChoice } from '../../messaging/organisation/organisation';
import type { Installation } from './installation';

export type OpenedOrganisation = OrganisationPorts & { live: LiveOrganisation };

type Opening = Pick<Installation, 'config' | 'database'>;

/** What this process knows of the organisation; nothing before it follows the change feed. */
export function liveOrganisation({ config, database }: Opening): LiveOrganisation {
  const logger = createLogger(config.logLevel);
  return new LiveOrganisation({ read: () => readOrganisation(database.client) }, operatorsChoice(config), (error) =>
    logger.warn({ err: error }, 'what administrators say of the organisation could not be read'),
  );
}

/** @param keepsAccounts whether administrators' accounts are stored in this database */
export function openOrganisation(
  { config, database }: Opening,
  live: LiveOrganisation,
  persist: PersistSideEffects,
  keepsAccounts: boolean,
): OpenedOrganisation {
  return {
    live,
    organisation: new PrismaOrganisationStore(database.client, persist, keepsAccounts),
    logos: new PngLogoReader(),
    operator: operatorsChoice(config),
  };
}

function operatorsChoice({ organisation, helpdesk }: Installation['config']): OperatorsChoice {
  return { ...organisation, contact: helpdesk.contact };
}
