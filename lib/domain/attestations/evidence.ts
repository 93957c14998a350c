/** A proof file of a task, without its bytes. */
export type EvidenceFile = {
  id: string;
  taskId: string;
  name: string;
  /** Media type, told from the bytes. */
  type: string;
  /** Bytes. */
  size: number;
  /** Of the bytes, in hex. */
  sha256: string;
  /** 1 for the first file of this name on this task. */
  version: number;
  at: Date;
  by: string;
};
