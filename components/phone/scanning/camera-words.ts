import type { CameraState } from './use-camera';

/** What is shown where the camera's picture would be. */
export const CAMERA_WORDS: Record<Exclude<CameraState, 'on'>, { title: string; text: string }> = {
  asking: { title: 'Opening the camera', text: 'Allow it when your phone asks.' },
  refused: {
    title: 'The camera is not allowed',
    text: 'Allow it for this site in your browser’s settings, or use one of the ways below.',
  },
  missing: { title: 'There is no camera', text: 'Use one of the ways below.' },
  busy: { title: 'The camera cannot be opened', text: 'Another app may be using it. Or use one of the ways below.' },
  'not-offered': {
    title: 'The camera needs a secure address',
    text: 'Open this page over https, or use one of the ways below.',
  },
};
