/**
 * A house in a process of its own, so that it can be killed. Its parent tells it by messages how to open, what time it
 * is, and asks it for tokens; everything else goes through the front door.
 *
 * @module
 */
import { databaseTemplate } from '../../src/server/database-template.ts'
import { type House, openHouse } from '../../src/server/house.ts'
import { HOUSE_PATIENCE } from './house-settings.ts'
import { tickingClock } from './ticking-clock.ts'

type Who = Parameters<House['token']>[0]

export type ToHouse =
  | { readonly type: 'token'; readonly id: number; readonly who: Who }
  | { readonly type: 'clock'; readonly id: number; readonly now: string }

export type FromHouse =
  | { readonly type: 'open'; readonly url: string }
  | { readonly type: 'done'; readonly id: number; readonly token?: string }

/** What a house process is told as its only argument. */
export interface HouseOrder {
  readonly env: Readonly<Record<string, string>>
  readonly folder: string
  readonly now: string
  /** The first opening of the folder. */
  readonly fresh: boolean
}

const { env, folder, now, fresh } = JSON.parse(process.argv[2] ?? '{}') as HouseOrder
const clock = tickingClock(now)
const house = await openHouse(env, {
  ...{ folder, clock, patience: HOUSE_PATIENCE },
  ...(fresh ? { template: await databaseTemplate() } : {}),
})
// A parent that is gone hears nothing more; that is no failure of the house.
const tell = (message: FromHouse): void => void process.send?.(message, undefined, {}, () => {})

process.on('message', (message: ToHouse) => {
  if (message.type === 'clock') {
    clock.set(new Date(message.now))
    tell({ type: 'done', id: message.id })
  } else void house.token(message.who).then((token) => tell({ type: 'done', id: message.id, token }))
})
process.once('disconnect', () => process.exit(0))
tell({ type: 'open', url: house.url })
