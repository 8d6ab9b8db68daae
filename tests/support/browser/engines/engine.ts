/** Roles of what people press, fill in and read. */
export type Role = 'alert' | 'button' | 'checkbox' | 'combobox' | 'heading' | 'img' | 'link' | 'radio' | 'status';

/** Where elements of a role are looked for. A password's field has no role (HTML-AAM §3.5), so that fields have none here. */
export const CANDIDATES: Record<Role | 'field', string> = {
  alert: '[role=alert]',
  button: 'button, summary, [role=button]',
  checkbox: 'input[type=checkbox]',
  combobox: 'select',
  field: 'input, textarea',
  heading: 'h1, h2, h3',
  img: 'img, [role=img]',
  link: 'a[href]',
  radio: 'input[type=radio]',
  status: 'output, [role=status]',
};

/**
 * What a person does with a browser, for a walk that is written once. Elements are found by role and accessible name, as
 * the engine itself tells them to a screen reader, and waited for.
 */
export type Engine = {
  goto(url: string): Promise<void>;
  /** @returns what it says */
  see(role: Role, name: string): Promise<string>;
  press(role: Role, name: string): Promise<void>;
  /** Types over what a field holds, key by key. */
  type(name: string, text: string): Promise<void>;
  /** Of a list to choose from: what its option says. */
  choose(name: string, option: string): Promise<void>;
  /** Gives the page's file input a picture. @param name of its file, whose ending says what it is */
  choosePicture(picture: Uint8Array, name?: string): Promise<void>;
  /** PNG of what the window shows. */
  screenshot(): Promise<Buffer>;
  /** Of the page, in CSS pixels; WebKitGTK's window is never narrower than 447. */
  resize(width: number): Promise<void>;
  /** Runs a function in the page, which sees nothing from around it. */
  evaluate<Result, Args extends unknown[]>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** A further tab of the same browser, in front from now on; the others are out of sight. @returns see `GoBack` */
  openTab(): Promise<GoBack>;
  /** Puts the page out of sight, as another app or tab before it does. @returns brings it back */
  hide(): Promise<() => Promise<void>>;
  /** Forgets cookies, storage and what the app keeps: the browser is as new. */
  close(): Promise<void>;
};

/** Goes to the tab that was in front before. @returns goes to that which it leaves */
export type GoBack = () => Promise<GoBack>;

/**
 * What pages find that ask for a camera: none, unless the machine has one; one that the engine makes up; one that the person
 * has refused; no cameras for pages at all.
 */
export type Cameras = 'none' | 'made-up' | 'refused' | 'unsupported';

/** An engine that tests run in where it is installed. */
export type InstalledEngine = {
  name: string;
  /** What to install. */
  packages: string;
  /** @returns a browser that is as new, with a profile of its own; null where it is not installed */
  start: ((cameras: Cameras) => Promise<Engine>) | null;
};
