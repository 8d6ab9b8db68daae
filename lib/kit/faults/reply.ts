/** A whole answer. */
export type Reply = { status: number; headers: Record<string, string>; body: string | Uint8Array };

export function jsonReply(status: number, body: object, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
