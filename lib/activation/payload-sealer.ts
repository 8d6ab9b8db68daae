/** PORT: encrypts what the image says for storage, and reads it back. */
export interface PayloadSealer {
  /** @param context what the secret belongs to; it can be opened for the same context only */
  seal(payload: string, context: string): Promise<string>;
  /** @throws when the secret was altered, belongs to another context, or its key is gone */
  open(sealed: string, context: string): Promise<string>;
}
