type Both = { instanceId: string; newInstanceId: string };

/** What is recorded of replacing a device. @property instanceId of the old one */
export type ReplacementFact =
  | { type: 'replacement-started' | 'replacement-cancelled'; instanceId: string }
  | (Both & { type: 'device-retired' | 'replacement-undone' | 'replacement-finished' | 'replacement-stopped' });
