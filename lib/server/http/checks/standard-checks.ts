import type { Config } from '../../../config/config';
import { hostCheck } from './check-host';
import { checkLength } from './check-length';
import { originCheck } from './check-origin';
import { checkTarget } from './check-target';
import type { Check } from '../exchange';
import { legacyFormCheck } from '../legacy/legacy-paths';
import { siteNames } from './site-names';

/** The checks of every request, in order. */
export function standardChecks(config: Config): Check[] {
  const names = siteNames(config);
  return [
    checkTarget,
    hostCheck(names, { isProxied: config.trustedProxies > 0, isHttps: config.isHttps }),
    legacyFormCheck(config),
    originCheck(names),
    checkLength,
  ];
}
