import { ConfigurationError } from '@/lib/config/configuration-error';
import { readEnvironment } from '@/lib/config/environment/read-environment';

/** What an environment is refused for; empty when it is not. */
export function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}
