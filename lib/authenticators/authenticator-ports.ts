import type { RateLimiter } from '../access/rate-limiter';
import type { AuditLog } from '../audit/audit-log';
import type { AuthenticatorDirectory } from './authenticator-directory';

/** What the use cases of activated devices need. */
export type AuthenticatorPorts = { directory: AuthenticatorDirectory; audit: AuditLog; rateLimiter: RateLimiter };
