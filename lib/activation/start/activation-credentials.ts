/**
 * What the owner of an activation is shown while it has an image. Lives in one uncached answer and in the page's memory,
 * nowhere else.
 */
export type ActivationCredentials = (OnlineCredentials | OfflineCredentials) & {
  /** Signed in its colours; null when the site could not sign. */
  colour: PaintedImage | null;
  blackAndWhite: PaintedImage;
};

export type OnlineCredentials = {
  activationType: 'online';
  registrationIdentifier: string;
  activationPassword: string;
  /** What the site's own phone app takes besides; null where phones have another app. */
  ownApp: {
    /** See `checkLetter`. */
    checkLetter: string;
    /** For the same device; what follows the `#` never reaches a server. */
    link: string;
  } | null;
};

export type OfflineCredentials = {
  activationType: 'offline';
  registrationIdentifier: string;
  /** Whether the phone shows a check letter with its codes, as the site's own app does; see `checkLetter`. */
  hasCheckLetters: boolean;
};

/** An image as an SVG on white; its view box is `0 0 size size`. */
export type PaintedImage = {
  /** Modules along one side, quiet zone included. */
  size: number;
  paths: {
    /** `#rrggbb` */
    fill: string;
    /** Path data, one unit a module. */
    path: string;
  }[];
};
