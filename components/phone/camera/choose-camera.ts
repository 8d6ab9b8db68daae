/** A camera, as far as the browser describes it once one was allowed. */
export type Camera = {
  deviceId: string;
  /** In the system's language; empty before one was allowed. */
  label: string;
  /** Of its capabilities; empty where the browser does not say. */
  facing: readonly string[];
};

/**
 * Words in labels. Android: "camera2 0, facing back"; iOS, in the phone's language: "Back Camera", "Rückkamera", "Back Dual
 * Wide Camera", "Rückseitige Ultra-Weitwinkelkamera".
 */
const WORDS = {
  back: /back|rear|environment|r[üu]ck|hinten|arri[èe]re|achter|traser|traseir|posterior|tyln|zadn|后|後|背|후면/i,
  front: /front|user|selfie|vorder|avant|voor(?:zijde|kant|ste)|frontal|anterior|truedepth|desk view|前|전면/i,
  ultraWide: /ultra|超广|超広|超廣/i,
  telephoto: /tele|t[ée]l[ée]|长焦|望遠/i,
  /** Several lenses as one: these change the lens by themselves. */
  joined: /dual|double|duo|tripl|zweifach|dreifach|デュアル|トリプル|双|三/i,
};

type Side = 'back' | 'front' | 'unknown';

function sideOf({ facing, label }: Camera): Side {
  if (facing.includes('environment')) return 'back';
  if (facing.includes('user')) return 'front';
  if (WORDS.front.test(label)) return 'front';
  return WORDS.back.test(label) ? 'back' : 'unknown';
}

/** Lower is better for reading a code at arm's length. */
function rankOf({ label }: Camera): number {
  if (WORDS.ultraWide.test(label)) return 3;
  if (WORDS.telephoto.test(label)) return 2;
  return WORDS.joined.test(label) ? 1 : 0;
}

/** Android counts its cameras, and the main one is the first: "camera2 0, facing back". */
function numberOf({ label }: Camera): number {
  const [, number] = /(?:^|[\s:])(\d+)/.exec(label) ?? [];
  return number === undefined ? 0 : Number(number);
}

/**
 * The camera that reads best: the main one on the back, never one with an ultra-wide lens or on the front.
 * @returns null when no camera is known to be one, as on most computers: what the browser chose is as good
 */
export function mainBackCamera(cameras: readonly Camera[]): Camera | null {
  const [best] = cameras
    .filter((camera) => sideOf(camera) === 'back' && !WORDS.ultraWide.test(camera.label))
    .sort((left, right) => rankOf(left) - rankOf(right) || numberOf(left) - numberOf(right));
  return best ?? null;
}

/** The one to switch to: each camera once around, the most useful first. @param deviceId of the open one */
export function nextCamera(cameras: readonly Camera[], deviceId: string): Camera | null {
  if (cameras.length < 2) return null;
  const sides: Record<Side, number> = { back: 0, unknown: 1, front: 2 };
  const around = cameras.toSorted(
    (left, right) =>
      sides[sideOf(left)] - sides[sideOf(right)] || rankOf(left) - rankOf(right) || numberOf(left) - numberOf(right),
  );
  const at = around.findIndex((camera) => camera.deviceId === deviceId);
  return around[(at + 1) % around.length] ?? null;
}
