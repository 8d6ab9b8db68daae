/** Where the app in a browser has devices remembered, and asks for those that the browser has lost. */
export const DEVICE_MARKS_PATH = '/authenticator/marks';

/** Devices that one request names at most. */
export const MARKS_AT_ONCE = 20;
