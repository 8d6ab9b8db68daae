/*
 * The embedded provisioning profile: the formats of everything that phone and gateway exchange, in one place. Field
 * names, their order and their sizes on the wire are the vendor's (OneSpan §3.2, §7.2); what is inside is ours, because
 * the vendor's cryptography is not public. Numbers are big-endian, keys come from HKDF-SHA-256 without salt.
 *
 * SRP-6a               RFC 5054's 2,048-bit group, SHA-256, 16-byte salt. I = registration identifier,
 *                      P = activation password. K is the 32-byte session key. The salt is a commitment: the first 16 bytes
 *                      of HKDF(instance key, "tessera salt " and the registration identifier)
 *
 * Activation message 1 encryptedCounter  8 random bytes
 *                      encryptedLicenseActivationMessage
 *                                        AES-256-CTR of the licence message; the first counter block is encryptedCounter
 *                                        and 8 zero bytes; key = HKDF(K, "tessera am1 encrypt")
 *                      mac               HMAC-SHA-256 of encryptedCounter and the ciphertext;
 *                                        key = HKDF(K, "tessera am1 authenticate")
 *
 * Licence message      offset  bytes
 *   (54 bytes)              0      1  version, 1
 *                           1     10  licence's serial number in ASCII, `VDS` and 7 digits
 *                          11     32  licence key
 *                          43      1  shortest PIN, digits
 *                          44      1  longest PIN, digits
 *                          45      1  1 when the phone may register for notifications, else 0
 *                          46      8  server time, milliseconds since 1970
 *
 * Device code          26 decimal digits: 13 that the phone draws, then 13 that prove that it knows the licence key:
 *                      the decimal code of the first 13; key = HKDF(licence key, "tessera device code")
 *
 * Activation message 2 12 random bytes (the initialisation vector), then ciphertext and 16-byte tag: AES-256-GCM;
 *   (64 bytes)         key = HKDF(licence key, "tessera am2 " and the device code), so that a message made for one device
 *                      does not open on another. Inside: sequence number (4 bytes), instance key (32 bytes).
 *
 * Signature            16 decimal digits, proof that the phone holds the instance key: the decimal code of
 *                      "<registration identifier>;<serial number>-<sequence number>;<device code>" in UTF-8;
 *                      key = HKDF(instance key, "tessera activation signature")
 *
 * Mosaic               9 hexadecimal digits, the picture that both screens show from connection 3 on: the first of
 *                      HKDF(instance key, "tessera mosaic <registration identifier>;<device code>"); none when the salt
 *                      does not commit to the instance key. A digit is a tile: 4 times its shape (circle, triangle,
 *                      diamond, cross) and its hue (blue, orange, green, pink)
 *
 * Offline activation   what its two images say, in hexadecimal; the rest is typed: device code and signature
 *   message 1          `F1`, registration identifier (8 bytes of ASCII); userID, domain and gateway identifier, each in
 *                      UTF-8 behind one byte with its length; licence message, in which the licence key is
 *                      HKDF(licence key, "tessera offline " and the registration identifier)
 *   message 2          `F2`, registration identifier, activation message 2
 *
 * One-time password    RFC 6238, SHA-256, 6 digits, 30 s; key = HKDF(instance key, "tessera one-time password")
 *
 * Secure channel       a message between gateway and device: 12 random bytes, then AES-256-GCM of the text in UTF-8, with
 *                      the instance identifier as additional data; key = HKDF(instance key, "tessera " and its purpose)
 *   notification       the push address
 *   push               to the phone: a semicolon list of 0 version `01`, 1 message type `90`, 2 challenge key
 *   login request      to the phone: a semicolon list of 0 version `01`, 1 message type `90`, 2 challenge key, 3 seconds
 *                      left, 4 userID, 5 domain, 6 origin of the website, 7 address and 8 description of the asking
 *                      browser
 *   login reading      to the gateway: the challenge key
 *   login refusal      to the gateway: the challenge key, a semicolon, and `cancelled` or `not-me`
 *   device question    to the gateway: 16 random bytes
 *   device details     to the phone: a JSON object of `question` (those bytes in hexadecimal), `askedAt` (the gateway's
 *                      time), `organisation`, `person`, `device` (at most 64 characters each) and `trustedFrom` (or null);
 *                      times in milliseconds since 1970
 *   freeze             to the gateway: `askedAt` of such an answer, in decimal
 *
 * Login signature      16 decimal digits: the decimal code of "<challenge key>;<serial number>-<sequence number>;<userID>;
 *                      <domain>;<origin>;<typed number>" in UTF-8; key = HKDF(instance key, "tessera login signature")
 *
 * Decimal code of n digits: the first 16 bytes of HMAC-SHA-256 as a number, modulo 10^n, with zeroes in front.
 */

export const SALT_BYTES = 16;
/** Of the ephemeral private keys a and b (RFC 5054 §3.1 asks for at least 256 bits). */
export const PRIVATE_KEY_BYTES = 32;
/** Of licence keys and instance keys. */
export const KEY_BYTES = 32;
export const REGISTRATION_IDENTIFIER_LENGTH = 8;
export const ACTIVATION_PASSWORD_LENGTH = 8;
/** Letters and digits in either case, without those that are taken for one another: 0 O o, 1 I l. */
export const CREDENTIAL_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz';
