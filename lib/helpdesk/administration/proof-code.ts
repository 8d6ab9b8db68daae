import type { MailedCodes } from '../../accounts/proofs/mailed-codes';
import type { SessionId } from '../../accounts/sessions/session';
import { CODE_LIFETIME_MS } from '../../accounts/sign-in/limits';
import type { AuditLog } from '../../audit/audit-log';
import { ownContext } from '../../audit/audit-context';
import { mailsTo } from '../../messaging/new-message';
import type { Random } from '../../shared/random';
import type { Clock } from '../../shared/time/clock';
import type { AccountStore } from './account-store';
import { hasKnownAddresses } from '../../accounts/users/known-addresses';
import { CODE_TRIES, holderHash, newCode, readTypedCode, type CodeHash, type MailedSecretStore } from './mailed-secret';

const PURPOSE = 'session-proof';

export type ProofCodePorts = {
  accounts: Pick<AccountStore, 'find'>;
  secrets: MailedSecretStore;
  audit: AuditLog;
  clock: Clock;
  random: Random;
  hash: CodeHash;
};

/** Codes as proofs of a session. The session's ID salts what is kept of a code, so that it is good in no other. */
export function mailedCodes(ports: ProofCodePorts): MailedCodes {
  const { accounts, secrets, audit, clock, hash } = ports;
  return {
    async mayBeMailed(user) {
      const account = await accounts.find(user);
      return account !== null && hasKnownAddresses(account, clock.now());
    },
    async send({ session, user }, origin) {
      const { userId, domain, displayName } = user;
      const by = await holderHash(PURPOSE, session.id, hash);
      const { code, secretHash } = await newCode(PURPOSE, by, ports);
      const expiresAt = new Date(clock.now().getTime() + CODE_LIFETIME_MS);
      const content = { kind: 'confirmation-code', userId, displayName, code, validUntil: expiresAt } as const;
      await secrets.keep(
        { user: { userId, domain }, purpose: PURPOSE, holderHash: by, secretHash, triesLeft: CODE_TRIES, expiresAt },
        {
          events: [{ type: 'proof-code-sent', ...ownContext(user, origin) }],
          messages: mailsTo(user, content),
        },
        clock.now(),
      );
    },
    async check({ session, user }, input, origin) {
      const isRight = await take(session.id, input);
      if (!isRight) await audit.append({ type: 'proof-code-refused', ...ownContext(user, origin) });
      return isRight;

      async function take(holder: SessionId, code: string): Promise<boolean> {
        const typedCode = await readTypedCode(PURPOSE, holder, code, hash);
        if (!typedCode || (await secrets.try(user, PURPOSE, typedCode, clock.now())) !== 'right') return false;
        return secrets.take(user, PURPOSE, typedCode.secretHash);
      }
    },
  };
}
