/** PORT: encrypts texts for storage and decrypts them, without revealing the keys. */
export interface Encrypter {
  /** @param context what the text belongs to; decryption needs the same */
  encrypt(text: string, context: string): Promise<string>;
  /** @throws when the ciphertext was altered, belongs to another context, or its key is gone */
  decrypt(ciphertext: string, context: string): Promise<string>;
}
