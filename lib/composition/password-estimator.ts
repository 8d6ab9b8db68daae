import type { PasswordEstimator } from '../accounts/sign-in/password-policy';
import type { Config } from '../config/config';
import { ZxcvbnPasswordEstimator } from './zxcvbn-password-estimator';

/** The estimator, with the names of this site. */
export function passwordEstimator({ domain, publicUrl }: Pick<Config, 'domain' | 'publicUrl'>): PasswordEstimator {
  return new ZxcvbnPasswordEstimator(['tessera', domain, new URL(publicUrl).hostname]);
}
