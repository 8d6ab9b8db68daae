import { z } from 'zod';

const MOST = 5;
const LONGEST = 200;

/** RFC 9116 §2.5.3: addresses by which the site's operator is told of weaknesses, in the order of preference. */
export const securityContactSchema = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (addresses) => addresses.length <= MOST && addresses.every((address) => isContact(address)),
    `needs one to ${MOST} addresses that begin with mailto:, https: or tel:, separated by commas`,
  );

function isContact(address: string): boolean {
  return (
    address.length <= LONGEST &&
    /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d().-]+)$/.test(address) &&
    URL.canParse(address)
  );
}
