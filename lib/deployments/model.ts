/** One deployment of the gateway as history shows it. */
export interface Deployment {
  id: string;
  restApiId: string;
  description: string | null;
  /** ISO-8601, AWS's own. */
  createdAt: string;
  /** Null: made outside of Gatehouse. */
  author: string | null;
  changeSetNumber: number | null;
  /** How its snapshot is known: kept when it was made here, read from AWS's export while a stage served it, or not at all. */
  snapshot: 'kept' | 'exported' | 'unknown';
  /** Stages that serve it now. */
  servedBy: string[];
}

/** What a stage served from when on. */
export interface StageEvent {
  id: number;
  stage: string;
  deploymentId: string;
  at: string;
  reason: 'deployed' | 'rolled-back' | 'promoted' | 'created' | 'outside';
  actor: string | null;
  /** Differences to what the stage served before; null when one side is unknown. */
  differences: number | null;
}
