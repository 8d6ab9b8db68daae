import { z } from 'zod';

/** Addresses of interchangeable servers, without parts that must not be logged. */
export const serverUrlsSchema = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((urls) => urls.every(isUsable) && new Set(urls).size === urls.length, {
    error: 'needs different https:// addresses, separated by commas, without a name, a password or a question mark',
  });

/** Address of one server, likewise. */
export const serverUrlSchema = z.string().refine((url) => isUsable(url) && !url.includes(','), {
  error: 'needs one https:// address, without a name, a password or a question mark',
});

/** Address of a tenant; paths below it begin with `/v1/`. */
export const tenantUrlSchema = z.string().refine((url) => isUsable(url) && !/\/v1\/*$/.test(url), {
  error: 'needs an https:// address without a name, a password, a question mark or /v1',
});

function isUsable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && search === '' && hash === '';
}
