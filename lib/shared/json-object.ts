import { textFromUtf8 } from './bytes';

export type JsonObject = Readonly<Record<string, unknown>>;

/** @returns null for anything but a JSON object, in UTF-8 where it is bytes */
export function parseJsonObject(json: string | Uint8Array): JsonObject | null {
  try {
    const value: unknown = JSON.parse(typeof json === 'string' ? json : textFromUtf8(json));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
