import { describeInstances, type AuthenticatorDirectory, type AuthenticatorInstance } from '../authenticator-directory';
import type { CopyFacts, CopyStore } from './device-copy';

/** Adds to a gateway's devices whether there is a copy of their key, and when it last came back. */
export function copyDirectory(
  directory: AuthenticatorDirectory,
  copies: Pick<CopyStore, 'facts'>,
): AuthenticatorDirectory {
  return describeInstances(directory, async (instances) => {
    if (instances.length === 0) return instances;
    const facts = await copies.facts(instances.map(({ instanceId }) => instanceId));
    return instances.map((instance) => withFacts(instance, facts.get(instance.instanceId)));
  });
}

function withFacts(instance: AuthenticatorInstance, facts: CopyFacts | undefined): AuthenticatorInstance {
  const { keptAt, returnedAt } = facts ?? { keptAt: null, returnedAt: null };
  return { ...instance, ...(keptAt && { copyKeptAt: keptAt }), ...(returnedAt && { returnedAt }) };
}
