import type { AuditLog } from './audit-log';
import type { ChainHashes } from './chain-hashes';

/** What auditing needs. */
export type AuditPorts = {
  audit: AuditLog;
  hashes: ChainHashes;
};
