import { describe, expect, it } from 'vitest'
import { negotiate } from '../../../../tools/negotiation/engine/negotiator.ts'
import { type Fault, fuzz } from '../../../../tools/negotiation/field/fuzz.ts'

const faultsOf = (engine: typeof negotiate, sessions: number): ReadonlySet<Fault> =>
  new Set(fuzz(0, sessions, engine).faults.map(({ fault }) => fault))

describe('short sessions against hostile sides', () => {
  it('find nothing that must never happen', () => {
    const report = fuzz(0, 2_000)
    expect(report.faults).toEqual([])
    expect(report.deals).toBeGreaterThan(800)
    expect(report.withoutZone).toBeGreaterThan(200)
  })

  it('catch an engine that is told no reserve', () => {
    const faults = faultsOf((talk) => negotiate({ ...talk, mandate: 0, standing: 0 }), 300)
    expect(faults).toContain('offered below the reserve')
    expect(faults).toContain('took less than the reserve')
    expect(faults).toContain('a deal without a zone')
  })

  it('catch an engine that is not told what stands elsewhere', () => {
    const deaf: typeof negotiate = (talk) => ({ ...negotiate(talk), standsElsewhere: () => {} })
    expect(faultsOf(deaf, 300)).toContain('took less than what stands elsewhere')
  })

  it('catch an engine that takes whatever lies on the table', () => {
    const meek: typeof negotiate = (talk) => ({ ...negotiate(talk), turn: () => ({ a: 'accept' }) })
    const faults = faultsOf(meek, 300)
    expect(faults).toContain('took what nobody offered')
    expect(faults).toContain('took what the mandate forbids')
  })

  it('catch an engine that forgets what it said', () => {
    const forgetful: typeof negotiate = (talk) => ({
      ...negotiate(talk),
      turn: (step, offer) => negotiate(talk).turn(step, offer),
    })
    const faults = faultsOf(forgetful, 500)
    expect(faults).toContain('took a concession back')
    expect(faults).toContain('offered less than was on the table')
  })
})
