import { isJsonObject } from '../../shared/json-object';
import type { Channel } from '../call-service';
import { askMarks } from './ask-marks';

/** A device that was activated in this browser and works, though the browser has no account of it. */
export type Ghost = {
  id: string;
  /** ISO 8601. */
  activatedAt: string;
};

/** @throws GatewayFailure when the site does not answer */
export async function fetchGhosts(origin: string, channel?: Channel): Promise<Ghost[]> {
  const ghosts = (await askMarks(origin, { list: true }, channel))?.['ghosts'];
  return Array.isArray(ghosts) ? ghosts.filter(isGhost) : [];
}

/** @returns whether it is locked @throws GatewayFailure when the site does not answer */
export async function lockGhost(origin: string, id: string, channel?: Channel): Promise<boolean> {
  return (await askMarks(origin, { lock: id }, channel)) !== null;
}

function isGhost(value: unknown): value is Ghost {
  if (!isJsonObject(value)) return false;
  const { id, activatedAt } = value;
  return typeof id === 'string' && typeof activatedAt === 'string' && !Number.isNaN(Date.parse(activatedAt));
}
