import { raiseWithBigInt } from '../crypto/srp/modular-exponentiation';
import { srpParameters } from '../crypto/srp/srp-parameters';

/** A browser has no faster exponentiation than BigInt. */
export const PHONE_SRP = srpParameters(raiseWithBigInt);
