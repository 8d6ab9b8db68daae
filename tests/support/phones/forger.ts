import { imageKeyId } from '@/lib/wire/crypto/image-key';
import { generateSigningKeyPair, importPrivateKey } from '@/lib/wire/crypto/signing-key';
import { signImage, type ImageSignature } from '@/lib/wire/image/colour/image-signature';
import { base64UrlFromBytes } from '@/lib/shared/bytes';
import type { PublishedImageKey } from '@/lib/shared/codes/image-keys';

export type Forger = {
  /** Signs in a website's name. */
  sign: (payload: string, origin: string) => Promise<ImageSignature>;
  /** The forger's key as an entry of a website's list. */
  published: PublishedImageKey;
};

/** An attacker with an image key that is not the website's. */
export async function forger(): Promise<Forger> {
  const { publicKey, privateKey } = await generateSigningKeyPair();
  const key = await importPrivateKey(privateKey);
  const id = await imageKeyId(publicKey);
  return {
    sign: (payload, origin) => signImage({ payload, origin, keyId: id, issuedAt: Math.floor(Date.now() / 1_000) }, key),
    published: {
      id,
      publicKey: base64UrlFromBytes(publicKey),
      notBefore: new Date().toISOString(),
      endorsedBy: null,
    },
  };
}
