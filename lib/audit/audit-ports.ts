import type { AuditLog } from './audit-log';

/** What auditing needs. */
export type AuditPorts = {
  audit: AuditLog;
  /** Hash of a text's UTF-8 in lower-case hexadecimal. */
  sha256: (text: string) => string;
};
