/**
 * PORT of the phone: a website's pinned image keys, from the phone's first activation there.
 *
 * The published key list passes through the website's database, its caches and proxies, and the network with its
 * certificates. An attacker on that path can add a key to the list and sign images with it. Pins stop this after the first
 * activation: the phone accepts a new key only when a chain of endorsements, each by the key before it, connects it to a
 * pinned key, and endorsing takes the private keys. The first visit has no pins (trust on first use). The app in the browser
 * comes from the same website, so pins protect it from a changed list, not from a changed app; the phone in the terminal is
 * installed from elsewhere, and is protected from both.
 */
export interface SiteKeyPins {
  /** Public keys in base64url; none before the first activation there. */
  find(origin: string): Promise<readonly string[]>;
  /** Replaces the pins. */
  keep(origin: string, publicKeys: readonly string[]): Promise<void>;
}
