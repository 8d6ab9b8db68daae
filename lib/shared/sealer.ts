/** Encrypts texts for storage and reads them back; asked for as a port where the keys must not be known. */
export interface Sealer {
  /** @param context what the text belongs to; it can be opened for the same context only */
  seal(text: string, context: string): Promise<string>;
  /** @throws when the sealed text was altered, belongs to another context, or its key is gone */
  open(sealed: string, context: string): Promise<string>;
}
