import { z } from 'zod';

const MINIMUM_SECRET_CHARACTERS = 32;

export const secretSchema = z
  .string()
  .min(MINIMUM_SECRET_CHARACTERS, `needs at least ${MINIMUM_SECRET_CHARACTERS} characters`);

export function wholeNumber(minimum: number, maximum: number) {
  const words = `needs a whole number from ${minimum} to ${maximum}`;
  return z
    .string()
    .regex(/^\d+$/, words)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, words)
    .meta({ range: `${minimum} to ${maximum}` });
}

/** `1` for on. */
export const onOrOff = () => wholeNumber(0, 1);
