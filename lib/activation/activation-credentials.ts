/** What the owner of an `issued` activation is shown. Lives in one uncached answer and in the page's memory, nowhere else. */
export type ActivationCredentials = {
  registrationIdentifier: string;
  activationPassword: string;
  /** See `checkLetter`. */
  checkLetter: string;
  /** For the same device; what follows the `#` never reaches a server. */
  link: string;
  /** Signed in its colours; null when the site could not sign. */
  colour: PaintedImage | null;
  blackAndWhite: PaintedImage;
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
