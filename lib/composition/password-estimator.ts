import type { PasswordEstimator } from '../accounts/sign-in/password-policy';
import type { Config } from '../config/config';
import { ZxcvbnPasswordEstimator } from './zxcvbn-password-estimator';

/** Knows what this site is called, for everybody who sets a password in it. */
export function passwordEstimator({ domain, publicUrl }: Pick<Config, 'domain' | 'publicUrl'>): PasswordEstimator {
  return new ZxcvbnPasswordEstimator(['tessera', domain, new URL(publicUrl).hostname]);
}
