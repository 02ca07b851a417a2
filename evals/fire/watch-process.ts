/**
 * Watches what this process says to its database and to counterparties, and tells when a fault point is reached.
 *
 * The service knows nothing of it. What is watched is the code of production, byte for byte.
 *
 * @module
 */
import type { FaultPoint, RequestWatch, StatementWatch } from './fault-points.ts'
import { watchRequests } from './watch-requests.ts'
import { watchStatements } from './watch-statements.ts'

/**
 * Calls `reached` at each of the points, every time, before anything that follows from it is done.
 *
 * @returns ends the watch
 */
export function watchProcess(points: readonly FaultPoint[], reached: (point: FaultPoint) => void): () => void {
  const ends = [watchStatements(points.filter(isStatement), reached), watchRequests(points.filter(isRequest), reached)]
  return () => {
    for (const end of ends) end()
  }
}

function isStatement(point: FaultPoint): point is FaultPoint & { readonly watch: StatementWatch } {
  return point.watch.kind === 'statement'
}

function isRequest(point: FaultPoint): point is FaultPoint & { readonly watch: RequestWatch } {
  return point.watch.kind === 'request'
}
