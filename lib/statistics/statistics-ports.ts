import type { AuditLog } from '../audit/audit-log';
import type { Clock } from '../shared/time/clock';
import type { ActivationStatistics } from './activation-statistics';

/** What figures and exports need. */
export type StatisticsPorts = { activations: ActivationStatistics; audit: AuditLog; clock: Clock };
