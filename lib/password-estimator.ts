import type { PasswordEstimator } from './access/password-estimator';
import type { Config } from './config/config';
import { ZxcvbnPasswordEstimator } from './passwords/zxcvbn-password-estimator';

/** Knows what this site is called, for everybody who sets a password in it. */
export function passwordEstimator({ domain, publicUrl }: Pick<Config, 'domain' | 'publicUrl'>): PasswordEstimator {
  return new ZxcvbnPasswordEstimator(['tessera', domain, new URL(publicUrl).hostname]);
}
