/**
 * What the sweep looks for where a job that should have gone on is gone.
 *
 * @module
 */
export interface AbandonedWork {
  /** Ids of open negotiations without a word since `quietSince`. */
  negotiations(quietSince: Date, limit: number): Promise<readonly string[]>
  /** Ids of tasks that still count as negotiating although all their talks ended before `quietSince`. */
  tasks(quietSince: Date, limit: number): Promise<readonly string[]>
}
