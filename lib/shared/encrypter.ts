/** Encrypts texts for storage and reads them back; asked for as a port where the keys must not be known. */
export interface Encrypter {
  /** @param context what the text belongs to; it is decrypted for the same context only */
  encrypt(text: string, context: string): Promise<string>;
  /** @throws when the ciphertext was altered, belongs to another context, or its key is gone */
  decrypt(ciphertext: string, context: string): Promise<string>;
}
