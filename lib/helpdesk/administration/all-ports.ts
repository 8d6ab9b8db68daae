import type { ContactPorts } from './change-contacts';
import type { CreatePorts } from './create-account';
import type { ForgottenPorts } from './forgotten-password';
import type { RolePorts } from './request-role';
import type { SettlePorts } from './settle-account';

/** All of them: for the composition. */
export type AdministrationPorts = SettlePorts & CreatePorts & ForgottenPorts & RolePorts & ContactPorts;
