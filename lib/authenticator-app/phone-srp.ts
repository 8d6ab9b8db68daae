import { raiseWithBigInt } from '../crypto/modular-exponentiation';
import { srpParameters } from '../crypto/srp-parameters';

/** A browser has no faster exponentiation than BigInt. */
export const PHONE_SRP = srpParameters(raiseWithBigInt);
