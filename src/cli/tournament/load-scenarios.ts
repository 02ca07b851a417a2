/**
 * The scenarios of a tournament: a folder's, or generated ones.
 *
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { outcomesOf } from '../../../tools/negotiation/engine/domain.ts'
import { generateContest } from '../../../tools/negotiation/field/generate-contest.ts'
import { generateScenario } from '../../../tools/negotiation/field/generate-scenario.ts'
import { readScenario, type Scenario } from '../../../tools/negotiation/field/scenario.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'
import type { TournamentOptions } from './read-options.ts'

/** In the order of their file names. @throws InvalidInput for a folder or file that cannot be read */
export function loadScenarios(options: TournamentOptions): readonly Scenario[] {
  const { scenarios, generate, contest, seed, most } = options
  const found =
    scenarios === null
      ? Array.from({ length: generate }, (_, i) => (contest ? generateContest : generateScenario)(seed * 1_000 + i))
      : fromFolder(scenarios)
  const kept = found.filter(({ issues }) => outcomesOf(issues.map(({ values }) => values.length)) <= most)
  if (kept.length === 0) throw new InvalidInput([{ path: '--scenarios', reason: 'holds no scenario to play' }])
  return kept
}

function fromFolder(folder: string): readonly Scenario[] {
  const names = namesIn(folder)
  return names.map((name) => {
    try {
      return readScenario(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : 'cannot be read'
      throw new InvalidInput([{ path: join(folder, name), reason: why }])
    }
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch {
    // The system's words name a call; the caller needs the option.
    throw new InvalidInput([{ path: '--scenarios', reason: `"${folder}" is not a folder that can be read` }])
  }
}
