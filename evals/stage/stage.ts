/**
 * Where plays take place: a house with its database, its market and its clock, entered by the front door alone.
 *
 * @module
 */
import type { ApiClient } from '../../src/server/api-client.ts'
import type { House } from '../../src/server/house.ts'
import type { ModelServer } from './model-server.ts'

export type Who = Parameters<House['token']>[0]
export type Role = Who['role']

export interface Stage {
  client(who: Who): Promise<ApiClient>
  /** The sandbox's own address, to cast it and to read its book. */
  readonly marketUrl: string
  /** The scripted model; null where another one speaks. */
  readonly model: ModelServer | null
  /** Makes time pass for the house and the market. */
  forward(milliseconds: number): Promise<void>
  /** kill -9, and a new start on the same data. @throws Error where the house is in this process */
  crash(): Promise<void>
  close(): Promise<void>
}
