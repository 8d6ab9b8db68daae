import type { Bytes } from '../../shared/bytes';

/** An Ed25519 key pair (RFC 8032), as it is stored. */
export type SigningKeyPair = {
  /** 32 bytes. */
  publicKey: Bytes;
  /** PKCS #8 (RFC 8410), 48 bytes. */
  privateKey: Bytes;
};

export async function generateSigningKeyPair(): Promise<SigningKeyPair> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)),
  };
}

/** @param privateKey PKCS #8 @throws DOMException when it is malformed */
export async function importPrivateKey(privateKey: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', privateKey, 'Ed25519', false, ['sign']);
}

/** @param publicKey 32 bytes @throws DOMException when it has another length */
export async function importPublicKey(publicKey: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
}
