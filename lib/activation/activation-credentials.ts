/** What the owner of an `issued` activation is shown. Lives in one uncached answer and in the page's memory, nowhere else. */
export type ActivationCredentials = {
  registrationIdentifier: string;
  activationPassword: string;
  /** See `checkLetter`. */
  checkLetter: string;
  /** For the same device; what follows the `#` never reaches a server. */
  link: string;
  image: {
    /** Modules along one side, quiet zone included; the SVG's view box is `0 0 size size`. */
    size: number;
    /** SVG path data of the dark modules, one unit a module. */
    path: string;
  };
};
