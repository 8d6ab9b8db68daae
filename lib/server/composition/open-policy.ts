import type { ProofPorts } from '../../accounts/proofs/check-proofs';
import { createLogger } from '../observability/logger';
import { createMetrics } from '../observability/metrics';
import { appenderOf, type Installation } from './installation';
import { LateEvents } from './late-events';
import { openAccounts } from './open-accounts';
import { openDirectory } from './open-directory';
import { openGateway } from './open-gateway';
import { openMessaging } from './open-messaging';
import { openProofs } from './open-proofs';

/** What the policy on proofs asks about users, for a program that serves nobody. */
export function openPolicy(installation: Installation): {
  proofs: ProofPorts;
  hasPhoneSignIn: boolean;
  /** Ends the gateway's sessions. */
  close: () => Promise<void>;
} {
  const { logLevel } = installation.config;
  const logger = createLogger(logLevel === 'silent' ? 'silent' : 'error');
  const appender = appenderOf(installation);
  const gateway = openGateway(installation, new LateEvents(logger), logger, createMetrics());
  const { persist } = openMessaging(installation, appender);
  const people = openDirectory(installation, gateway, persist);
  const access = openAccounts(installation, appender, persist, people.users);
  return {
    proofs: openProofs(installation, gateway, people, access, persist).proofs,
    hasPhoneSignIn: gateway.phoneChallenges !== null,
    close: gateway.close,
  };
}
