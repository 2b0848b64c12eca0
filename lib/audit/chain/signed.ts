/** What is signed of a checkpoint and of a tombstone; both are stored beside their signature. Pure. */

export interface Checkpoint {
  seq: number;
  hash: string;
  at: Date;
  keyId: string;
  signature: string;
}

export interface Tombstone extends Checkpoint {
  rows: number;
  until: Date;
}

export function checkpointText({ seq, hash, at, keyId }: Omit<Checkpoint, 'signature'>): object {
  return { at: at.toISOString(), hash, keyId, kind: 'checkpoint', seq };
}

export function tombstoneText({ seq, hash, at, keyId, rows, until }: Omit<Tombstone, 'signature'>): object {
  return { at: at.toISOString(), hash, keyId, kind: 'tombstone', rows, seq, until: until.toISOString() };
}
