import 'server-only';
import Credentials from 'next-auth/providers/credentials';
import type { SignedIn } from '../../../accounts/sessions/session';
import { GatewayError } from '../../../activation/gateway-error';
import type { Services } from '../../composition/compose';
import type { Result } from '../../../shared/result';

/**
 * Refusals that next-auth reports by its own code, `CredentialsSignin`, which does not reveal the part that was wrong.
 */
const NOTHING_TO_TELL: ReadonlySet<string> = new Set(['invalid-credentials', 'not-approved', 'not-let-in']);

/**
 * A way to sign in. next-auth passes the message of any error on to the browser, so only codes are thrown: the use
 * case's own, or `unavailable` when the gateway or the database has failed, which is logged.
 * @param way its name at next-auth, and its fields
 * @param open the use case
 */
export function signInProvider<Field extends string>(
  way: { id: string; name: string; fields: readonly Field[] },
  { logger, metrics }: Pick<Services, 'logger' | 'metrics'>,
  open: (input: Record<Field, string>) => Promise<Result<SignedIn, string>>,
) {
  return Credentials({
    id: way.id,
    name: way.name,
    credentials: Object.fromEntries(way.fields.map((field) => [field, {}])),
    async authorize(credentials) {
      const input = Object.fromEntries(way.fields.map((field) => [field, textOf(credentials?.[field])])) as Record<
        Field,
        string
      >;
      const result = await open(input).catch((error: unknown) => {
        if (error instanceof GatewayError) logger.warn({ err: error }, 'the gateway failed');
        else logger.error({ err: error }, 'a sign-in could not be carried out');
        return { ok: false, refusal: 'unavailable' } as const;
      });
      metrics.signIns.inc({ outcome: result.ok ? 'succeeded' : result.refusal });
      if (result.ok) return { id: result.value.session.id };
      if (NOTHING_TO_TELL.has(result.refusal)) return null;
      throw new Error(result.refusal);
    },
  });
}

/** A JSON body may contain anything. */
function textOf(credentials: unknown): string {
  return typeof credentials === 'string' ? credentials : '';
}
