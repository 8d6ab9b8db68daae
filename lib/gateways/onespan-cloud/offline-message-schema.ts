import { z } from 'zod';

/** An activation message in hexadecimal; the length is that of the longest activation password (OneSpan §5.2). */
export const offlineMessageSchema = z
  .string()
  .max(4_202)
  .regex(/^(?:[\dA-F]{2})+$/i)
  .toUpperCase();
