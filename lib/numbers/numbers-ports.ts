import type { AuditLog } from '../audit/audit-log';
import type { Clock } from '../shared/clock';
import type { ActivationNumbers } from './activation-numbers';

/** What figures and exports need. */
export type NumbersPorts = { activations: ActivationNumbers; audit: AuditLog; clock: Clock };
