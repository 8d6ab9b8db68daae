import { later } from './later';

/** What an activation page shows later, if at all: in scripts of their own, so that the image comes sooner. */
const LOADERS = {
  confirmDevice: () => import('./confirm-device'),
  deviceActivated: () => import('./ended/device-activated'),
  endedActivation: () => import('./ended/ended-activation'),
  enlargedImage: () => import('./image/enlarged-image'),
  hiddenImageCard: () => import('./image/hidden-image-card'),
  offlineCodeForm: () => import('./offline-code-form'),
  otherWays: () => import('./image/other-ways'),
  scanHints: () => import('./image/scan-hints'),
};

export const ConfirmDevice = later(() => LOADERS.confirmDevice().then((part) => part.ConfirmDevice));
export const DeviceActivated = later(() => LOADERS.deviceActivated().then((part) => part.DeviceActivated));
export const EndedActivation = later(() => LOADERS.endedActivation().then((part) => part.EndedActivation));
export const EnlargedImage = later(() => LOADERS.enlargedImage().then((part) => part.EnlargedImage));
export const HiddenImageCard = later(() => LOADERS.hiddenImageCard().then((part) => part.HiddenImageCard));
export const OfflineCodeForm = later(() => LOADERS.offlineCodeForm().then((part) => part.OfflineCodeForm));
export const OtherWays = later(() => LOADERS.otherWays().then((part) => part.OtherWays));
export const ScanHints = later(() => LOADERS.scanHints().then((part) => part.ScanHints));

/** Loads them all, while there is a network. */
export function loadLaterParts(): void {
  for (const load of Object.values(LOADERS)) load().catch(() => {});
}
