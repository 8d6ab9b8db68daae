/** PORT: what this installation lets browsers subscribe to. */
export interface PushDesk {
  /** That browsers subscribe with (RFC 8292): 65 bytes in base64url. */
  applicationServerKey(): Promise<string>;
  /** Whether an endpoint is one of a push service that this installation calls. */
  offers(endpoint: string): boolean;
}
